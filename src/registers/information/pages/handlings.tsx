import { useState } from 'react';
import type { Id } from '../../../kernel/ids.ts';
import { Button } from '../../../ui/button.tsx';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { VerdictMark } from '../../../ui/verdict-mark.tsx';
import { type HandlingVerdict, judgeVerdict, ruleFor } from '../../handling-rules/judge.ts';
import { vocabularyTexts } from '../vocabulary.texts.ts';
import { informationPagesTexts } from './pages.texts.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import type { InformationRecord } from './information-record.ts';

const marks = {
  allowed: 'met',
  conditionsMet: 'met',
  conditionsUnmet: 'partly',
  forbidden: 'not_met',
  noRule: 'undetermined',
} as const satisfies Record<HandlingVerdict, string>;

/** A verdict of the rules as shape and word. */
export function RuleMark({ verdict }: { readonly verdict: HandlingVerdict }) {
  const texts = useTexts(informationPagesTexts).handling.verdicts;
  return (
    <span className="rule-mark">
      <span aria-hidden="true">
        <VerdictMark verdict={marks[verdict]} isBare />
      </span>
      {texts[verdict]}
    </span>
  );
}

interface HandlingsProps {
  readonly information: InformationRecord;
  /** Offers to remove each; where the page is for changing. */
  readonly isChanging?: boolean;
}

/** How the information is handled, with what the rules for its class say of each way. */
export function Handlings({ information, isChanging = false }: HandlingsProps) {
  const all = useTexts(informationPagesTexts);
  const texts = all.handling;
  const words = useTexts(vocabularyTexts);
  const language = useLanguage();
  const rules = useView('handlingRule.matrix').data?.items ?? [];
  const withdraw = useAct('information.withdrawHandling');
  const [leaving, setLeaving] = useState<string | null>(null);
  const level = information.classification?.levels.confidentiality ?? null;
  const { id, handlings } = information;
  if (handlings.length === 0) return <p>{all.record.noHandling}</p>;
  return (
    <>
      {level === null ? <p className="soft">{texts.unclassified}</p> : null}
      <ul className="things">
        {handlings.map((one) => {
          const rule = level === null ? undefined : ruleFor(rules, level, one.activity, one.carrier);
          const condition = rule === undefined ? '' : language === 'sv' ? rule.conditionSv : rule.conditionEn;
          return (
            <li className="thing" key={one.id}>
              <div className="thing-words">
                <p>
                  <strong>{words.activities[one.activity]}</strong>{' '}
                  <span className="soft">{words.carriers[one.carrier]}</span>
                </p>
                <HandlingPlace place={one.place} systemId={one.systemId} systemName={one.systemName} />
                {condition === '' ? null : <p className="soft">{condition}</p>}
              </div>
              {level === null || rules.length === 0 ? null : (
                <RuleMark verdict={judgeVerdict(rule?.verdict, one.conditionsMet)} />
              )}
              {isChanging ? (
                <Button size="small" look="quiet" onClick={() => setLeaving(one.id)}>
                  {texts.withdraw}
                  <span className="visually-hidden"> {words.activities[one.activity]}</span>
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
      {leaving === null ? null : (
        <ReasonDialog
          title={texts.withdrawTitle}
          label={texts.withdrawReason}
          confirmLabel={texts.withdraw}
          cancelLabel={all.form.cancel}
          onClose={() => setLeaving(null)}
          run={(reason, circumstances) =>
            // An id that came from this very list.
            withdraw.run({ id, input: { handlingId: leaving as Id<'Handling'>, reason }, ...circumstances })
          }
        />
      )}
    </>
  );
}

interface HandlingPlaceProps {
  readonly place: string;
  readonly systemId: string | null;
  readonly systemName: string | null;
}

function HandlingPlace({ place, systemId, systemName }: HandlingPlaceProps) {
  if (systemId === null && place === '') return null;
  return (
    <p>
      {systemId === null || systemName === null ? null : (
        <Link to={`/register/system/${systemId}`}>{systemName}</Link>
      )}
      {systemId !== null && place !== '' ? ', ' : ''}
      {place}
    </p>
  );
}
