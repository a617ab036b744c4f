import { LinkButton } from '../../../ui/button.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useToday } from '../../../ui/past.ts';
import { Section } from '../../../ui/page.tsx';
import { isPermitted, judgeHandling } from '../../handling-rules/judge.ts';
import { informationPagesTexts } from './pages.texts.ts';
import { type InformationRecord, useWhyNot } from './information-record.ts';

/** What the policy still waits for with this information: said in a sentence, with the step or why it cannot be taken. */
export function NextThings({ information }: { readonly information: InformationRecord }) {
  const texts = useTexts(informationPagesTexts).record;
  const whyNot = useWhyNot();
  const rules = useView('handlingRule.matrix').data?.items ?? [];
  const today = useToday();
  const here = `/register/information/${information.id}`;
  const { classification, handlingDecision, handlings, may } = information;
  const level = classification?.levels.confidentiality ?? null;
  const conflicts =
    level === null || rules.length === 0
      ? 0
      : handlings.filter(
          (one) => !isPermitted(judgeHandling(rules, level, one.activity, one.carrier, one.conditionsMet)),
        ).length;

  const things: { key: string; text: string; label: string; to: string; reason: string | undefined }[] = [];
  const add = (key: string, text: string, label: string, to: string, reason?: string) =>
    things.push({ key, text, label, to, reason });
  if (information.owner === null) add('owner', texts.noOwner, texts.noOwnerAction, '/informationsagare');
  if (classification === null) {
    add('classify', texts.notClassified, texts.classify, `${here}/klassa`, whyNot(may.classify));
  } else if (classification.nextReviewOn < today) {
    add('classify', texts.reviewLate, texts.classifyAgain, `${here}/klassa`, whyNot(may.classify));
  }
  if (handlings.length === 0)
    add('handle', texts.noHandling, texts.handle, `${here}/hantering`, whyNot(may.handle));
  if (conflicts > 0)
    add('conflicts', texts.conflicts(conflicts), texts.seeHandling, `${here}/hantering`, whyNot(may.handle));
  if (handlingDecision === null || handlingDecision.nextReviewOn < today)
    add('decide', texts.noDecision, texts.decide, `${here}/beslut`, whyNot(may.decideHandling));

  return (
    <Section title={texts.now}>
      {things.length === 0 ? <p>{texts.nothingNow}</p> : null}
      <ul className="things">
        {things.map(({ key, text, label, to, reason }) => (
          <li className="thing" key={key}>
            <div className="thing-words">
              <p>{text}</p>
              {reason === undefined ? null : <p className="soft">{reason}</p>}
            </div>
            {reason === undefined ? (
              <LinkButton to={to} size="small">
                {label}
              </LinkButton>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
