/** The machine's clock, for whatever is not given another; made into an argument by whoever starts something. */
export const machineClock = (): Date => new Date()
