/** The only source of "now" outside the domain. */
export interface Clock {
  now(): Date;
}
