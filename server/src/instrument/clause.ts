/** Where in a sentence the clause begins that leads up to a verb. */

/** Where the clause that leads up to `at` begins: behind the last mark or conjunction that starts a new one, and behind an opening adverbial. */
export function clauseStart(text: string, at: number): number {
  const before = text.slice(0, at);
  let start = 0;
  for (const m of before.matchAll(
    /; (?:and |or |but )?|: |\. (?=\p{Lu})|(?:^|\s)\([a-z]{1,3}\)\s?|, (?:and|but) (?=(?:such|each|any|the|all|no|like|this|these|those|it|they|every)\b)|\band that (?=\p{L})/gu,
  )) {
    if (/^, (?:and|but) /.test(m[0]) && !/\b(?:shall|will|may|must)\b/.test(before.slice(start, m.index))) continue;
    start = m.index + m[0].length;
  }
  const clause = before.slice(start);
  if (
    /^(?:in|if|upon|without|based on|taking into account|having regard|bearing in mind|thereafter|thereupon|when|where|after|pending|for|on|subject|with|until|as|to|before|during|at|from|by|within|notwithstanding|once|except|unless|under|pursuant|whenever|[\p{L}\d]+ (?:years?|months?|weeks?|days?) (?:after|from|before|prior))\b/iu.test(
      clause,
    )
  ) {
    let last = -1;
    for (const m of clause.matchAll(/, /g))
      if (
        !/^(?:and|or|but|in|of|to|by|with|for|on|at|which|who|whose|including|such as|as|from|under|inter|if|when|where|upon|without|pending|within|pursuant)\b/i.test(
          clause.slice(m.index + 2),
        )
      )
        last = m.index + 2;
    if (last > 0) return start + last;
    const bare = /^(?:thereafter|thereupon)\s+/i.exec(clause);
    if (bare) return start + bare[0].length;
  }
  return start;
}
