import { Input } from 'antd'

/** Longer words are in no name and no log. */
const LONGEST = 100

interface SearchFieldProps {
  /** What can be found, in the field while it is empty. */
  hint: string
  value: string
  typed(text: string): void
}

export function SearchField({ hint, value, typed }: SearchFieldProps) {
  return (
    <Input.Search
      allowClear
      className="admin-search"
      placeholder={hint}
      aria-label={hint}
      maxLength={LONGEST}
      value={value}
      onChange={(event) => typed(event.target.value)}
    />
  )
}
