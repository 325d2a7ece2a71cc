type Props = { readonly appName: string; readonly connected: boolean; readonly live: boolean }

export function ConnectionBanner({ appName, connected, live }: Props) {
  const sentence = !live
    ? 'Connection to the sandbox lost. Reconnecting …'
    : connected
      ? ''
      : `${appName} is not connected. Messages stay here; buttons and commands get no answer until it is back.`
  return (
    <div role="status" class={sentence ? 'banner' : 'banner is-empty'}>
      {sentence}
    </div>
  )
}
