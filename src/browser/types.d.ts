/** What is known of an article besides its text. `published` is an ISO date such as "2024-11-05". */
export interface About { title?: string | null; outlet?: string | null; published?: string | null; url?: string | null }
export interface CorpusArticle extends About { id?: string; text: string }
/** `corpus`: the articles to lay it beside; the digests that come with the program if left out. */
export interface CompareOptions extends About { corpus?: CorpusArticle[] | null }

/** Offsets are UTF-16 code units, half-open: `text.slice(start, end)`. */
export interface Place { start: number; end: number }
export type Modifier = "equal" | "about" | "over" | "at_least" | "under" | "at_most" | "increase" | "decrease";
export type Dimension = "count" | "money" | "percent" | "length" | "area" | "volume" | "mass" | "duration" | "age" | "speed"
  | "temperature" | "power" | "energy" | "data" | "rate" | "other";
export interface Figure extends Place {
  text: string; low: number; high: number; modifier: Modifier; unit: string | null; dimension: Dimension;
  counted: Place | null; subject: string | null; as_of: string | null;
}
export interface DateExpression extends Place {
  text: string; type: "DATE" | "TIME" | "DURATION" | "SET"; value: string; mod: string | null;
}
export type EntityKind = "person" | "organisation" | "place" | "other";
export interface Name extends Place { text: string; kind: EntityKind; entity: number }
export interface Entity { name: string; kind: EntityKind; role: string | null; aliases: string[] }
export interface Attribution {
  source: Place | null; cue: Place | null; content: Place[]; speaker: number | null; speaker_name: string | null;
  quotation: "direct" | "indirect" | "mixed"; within: number | null;
}
export interface Claim extends Place {
  text: string; attribution: number | null;
  stance: "asserted" | "reported" | "confirmed" | "denied" | "alleged" | "estimated" | "warned" | "promised" | "asked";
  polarity: "affirmed" | "negated"; certainty: "certain" | "probable" | "possible" | "future";
  figures: number[]; dates: number[]; entities: number[]; checkworthy: number;
}
export interface Note extends Place { message: string }
export interface Reading {
  id: string | null; article: Required<About>; sentences: Place[]; figures: Figure[]; dates: DateExpression[]; names: Name[];
  entities: Entity[]; attributions: Attribution[]; claims: Claim[]; notes: Note[];
}
export interface Comparison {
  id: string | null; reading: Reading; articles: (Required<About> & { id: string })[];
  matches: { claim: number; article: number; their_claim: number;
    relation: "supported" | "refuted" | "differs" | "related"; score: number; reasons: string[] }[];
  figures: { quantity: string;
    points: { article: number | null; figure: number; low: number; high: number; modifier: Modifier;
      speaker_name: string | null; as_of: string | null; text: string }[];
    pairs: { a: number; b: number; relation: "same" | "compatible" | "conflicting" | "updated"; reason: string }[] }[];
  origins: { statement: string; speaker_name: string | null; outlets: string[]; independent: number }[];
  new: number[]; missing: { article: number; their_claim: number }[];
  internal: { figures: number[]; problem: string }[];
}
export interface Relation { relation: "supported" | "refuted" | "not_enough_info"; reasons: string[] }
