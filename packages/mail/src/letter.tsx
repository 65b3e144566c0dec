/** What a message says, before it becomes HTML or plain text: both parts are written from this one. */
export type Letter = Readonly<{
  subject: string;
  heading: string;
  greeting: string;
  paragraphs: readonly string[];
  /** Somebody's own words, set off from ours. */
  quote?: string;
  facts?: readonly Fact[];
  action: Readonly<{ label: string; url: string }>;
  /** Further things to do, said in a line each. */
  links?: readonly Readonly<{ label: string; url: string }>[];
  /** Small print under the action. */
  notes?: readonly string[];
}>;
export type Fact = Readonly<{ label: string; lines: readonly string[] }>;
