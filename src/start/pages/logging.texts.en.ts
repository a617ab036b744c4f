import type { TextsLike } from '../../kernel/texts.ts';
import type { loggingTextsSv } from './logging.texts.sv.ts';

export const loggingTextsEn: TextsLike<typeof loggingTextsSv> = {
  title: 'How we log',
  lead: 'Värna keeps a log, so that it can be shown that information was not changed, searched for or disclosed wrongly. This is what it knows of you.',
  told: 'What is written',
  toldRows: {
    change: 'What you change: which record, and for each field what it was and what it became.',
    person: 'That you read about another person, and whom.',
    sensitive:
      'That you read information that is marked secret or has confidentiality 3, and systems that carry such.',
    search: 'Your searches: the words and how many hits you got.',
    export: 'What you export, disclose or print: what, how many rows and what you needed it for.',
    refused: 'That you tried what you may not: what, but not what you wrote.',
    signIn: 'That you sign in, or fail to. Never the password.',
  },
  untold: 'What is not written',
  untoldText:
    'That you read about yourself, the policy and other open information, that you see who holds which office, and mistakes in forms.',
  seen: 'Who can see it',
  seenText:
    'You see what you have done and what others have read about you. Whoever owns a record sees who has read it. Auditors, information security coordinators, security coordinators and data protection officers can search the whole log. If they look for a person they must write why, and that too is in the log.',
  kept: 'How long',
  keptText:
    'As long as the municipality has decided in its plan for documents. Nobody can alter the log without its being noticed.',
  blind: 'What the log does not see',
  blindText:
    'A picture of the screen, a print from a browser that does not say so, and what becomes of a file once it has been exported.',
  rights: 'Your rights',
  rightsText:
    'Do you want to know what is written about you, or do you think that something is wrong? Turn to the municipality’s data protection officer.',
};
