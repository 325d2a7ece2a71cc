import { describeHalfYear } from './half-year.ts'

describeHalfYear({ name: 'the first half of a year of five plans', from: '2027-01-01', to: '2027-06-13', fridays: 24 })
