import { Component, type FunctionComponent } from 'preact'

const shallowEqual = (left: object, right: object): boolean => {
  const before = Object.entries(left)
  return (
    before.length === Object.keys(right).length &&
    before.every(([key, value]) => (right as Record<string, unknown>)[key] === value)
  )
}

export function memo<Props extends object>(Draw: FunctionComponent<Props>) {
  return class Memo extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      return !shallowEqual(this.props, next)
    }

    override render() {
      return <Draw {...this.props} />
    }
  }
}
