import { describeHalfYear } from './half-year.ts'

describeHalfYear({ name: 'the second half of a year of five plans', from: '2027-06-14', to: '2027-12-31', fridays: 29 })
