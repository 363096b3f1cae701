import { Component, type ReactNode } from 'react'

export interface Failure {
  error: unknown
  /** How often it has failed by now. */
  times: number
  again(): void
}

interface Props {
  children: ReactNode
  /** What is shown instead of what has thrown. */
  failed(failure: Failure): ReactNode
}

/** What throws in here takes down nothing outside. */
export class Keep extends Component<Props, { failure?: { error: unknown }; times: number }> {
  override state: { failure?: { error: unknown }; times: number } = { times: 0 }

  static getDerivedStateFromError(error: unknown) {
    return { failure: { error } }
  }

  override componentDidCatch() {
    this.setState(({ times }) => ({ times: times + 1 }))
  }

  override render() {
    const { failure, times } = this.state
    if (!failure) return this.props.children
    const again = () => this.setState({ failure: undefined })
    return this.props.failed({ error: failure.error, times, again })
  }
}

/** For whoever is called to help. */
export function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
