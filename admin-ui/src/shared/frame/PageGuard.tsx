import { Component, type ReactNode } from 'react'
import { useLocation } from 'react-admin'
import { Failure } from '../look/Failure.tsx'

interface GuardProps {
  place: string
  children: ReactNode
}

/** A page that breaks says so in its place; the frame stays, and the next page opens. */
class Guard extends Component<GuardProps, { error: unknown; place: string }> {
  override state: { error: unknown; place: string } = { error: undefined, place: this.props.place }
  static getDerivedStateFromError(error: unknown) {
    return { error }
  }
  static getDerivedStateFromProps({ place }: GuardProps, state: { place: string }) {
    return place === state.place ? null : { place, error: undefined }
  }
  override render() {
    if (this.state.error === undefined) return this.props.children
    return <Failure error={this.state.error} retry={() => this.setState({ error: undefined })} />
  }
}

export const PageGuard = ({ children }: { children: ReactNode }) => (
  <Guard place={useLocation().pathname}>{children}</Guard>
)
