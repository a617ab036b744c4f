import { accessTable, grant } from '../../kernel/access.ts';

const self = grant('signedIn', 'self');
const coordinator = grant('informationSecurityCoordinator', 'everything');
const answering = [grant('securityCoordinator', 'everything'), grant('itManager', 'everything')] as const;

/**
 * A question is between who asked and those who hold the role that was asked, today; no office sees the whole. `self`
 * means being one of them: the keys of a question are their ids (`adviceKeys`).
 */
export const adviceAccess = accessTable('advice', null, {
  read: [self],
  ask: [self],
  answer: [grant('securityCoordinator', 'self'), grant('itManager', 'self')],
  /** How fast questions are answered, in figures; no question. */
  figures: [
    ...answering,
    coordinator,
    grant('municipalDirector', 'everything'),
    grant('auditor', 'everything'),
  ],
  support: {
    grants: [grant('anyone', 'everything')],
    openBecause: 'whoever cannot sign in needs help too; only the roles’ own addresses are told, no name',
  },
});

/** What is published is for everybody; who answers questions publishes. */
export const publishedAnswerAccess = accessTable('publishedAnswer', null, {
  read: [grant('signedIn', 'everything')],
  publish: [...answering, coordinator],
});

/** The target is set by who follows up, not by those who are measured by it. */
export const adviceTargetAccess = accessTable('adviceTarget', null, {
  read: [grant('signedIn', 'everything')],
  set: [coordinator],
});

export const supportContactAccess = accessTable('supportContact', null, {
  read: [grant('signedIn', 'everything')],
  set: [...answering, coordinator, grant('administrator', 'everything')],
});
