import type { ViewMap } from '../../ui/api-types.ts';

/** A version of the policy with its sentences, as the server answers. */
export type PolicyAnswer = NonNullable<ViewMap['document.policy']['answer']['policy']>;
export type PolicySentence = PolicyAnswer['sentences'][number];
export type PolicySection = PolicyAnswer['sections'][number];
/** One clause with its verdict. */
export type ClauseItem = ViewMap['clauses.list']['answer']['items'][number];
/** One record that does not meet a clause. */
export type FindingRow = ViewMap['clauses.findings']['answer']['items'][number];
