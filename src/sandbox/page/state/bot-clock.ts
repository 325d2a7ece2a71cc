let aheadBy = 0

/** The bot's clock may stand elsewhere than the machine's; every snapshot says where. */
export const setBotClock = (now: string): void => {
  aheadBy = Date.parse(now) - Date.now()
}

export const botNow = (): number => Date.now() + aheadBy
