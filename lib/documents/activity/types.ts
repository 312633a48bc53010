/** A part of a whole. `count` is null for a group so small that its number would speak of single people. */
export interface ActivityGroup {
  /** Null: not stated. */
  name: string | null;
  count: number | null;
}

/** What went on in the talent pool over a time, in numbers alone: nobody is named, neither candidates nor staff. Moments are ISO 8601, UTC. */
export interface Activity {
  from: string;
  /** Exclusive. */
  to: string;
  /** Groups of fewer people are not shown. */
  smallestGroup: number;
  /** From Monday to Sunday, without a gap. From the decision log: people who were erased since are counted too. */
  weeks: { start: string; candidates: number; applications: number }[];
  /** Applications of the time: how long until a person did something with them. Null where the reader's role may not see it. */
  firstLook: {
    looked: number;
    waiting: number;
    /** Null when too few were looked at. */
    medianHours: number | null;
    slowestTenthHours: number | null;
  } | null;
  /** Of the time's applications. Null where the reader's role may not see it. */
  sources: ActivityGroup[] | null;
  /** Where the time's applications stand now, by the stage's own name. */
  stages: ActivityGroup[];
  /** Moves of the time to a stage, by the stage's own name. */
  decisions: ActivityGroup[];
  /** Scored applications that a person decided about in that time, and how many decisions went against the score; null when too few. */
  overrides: { decided: number; against: number | null; rate: number | null };
  erased: number;
}
