import { dutyTexts } from '../../../duties/duty.texts.ts';
import { formatList, formatMoment } from '../../../kernel/format.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { useAct } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ActProblem, isShown } from '../../information/pages/act-problem.tsx';
import type { CaseRecord } from './case-record.ts';
import { AnswerForParty, OwnAnswers } from './own-answers.tsx';
import { incidentPagesTexts } from './pages.texts.ts';
import { EditParty, PartyForm } from './party-form.tsx';

interface Props {
  readonly record: CaseRecord;
  readonly answer: ViewMap['incident.duties']['answer'];
}

/** Whom the case concerns, in what capacity, since when each has known, and where its answers differ from the case's. */
export function Parties({ record, answer }: Props) {
  const { duties: texts } = useTexts(incidentPagesTexts);
  const { roles } = useTexts(dutyTexts);
  const language = useLanguage();
  const release = useAct('incident.release');
  const mayChange = record.may.link.allowed;
  const { id, version } = record;
  return (
    <div className="stack">
      <h3>{texts.parties}</h3>
      <ActProblem problem={release.problem} />
      {answer.isUnplaced ? <Notice kind="warning">{texts.unplaced}</Notice> : null}
      <ul className="things">
        {answer.parties.map((party) => (
          <li className="thing" key={party.id}>
            <div className="thing-words">
              <p>
                <strong>{party.name}</strong>
              </p>
              <p className="soft">
                {formatList(
                  party.roles.map((role) => roles[role]),
                  language,
                )}
              </p>
              <p className="soft">
                {party.knowledgeAt === null
                  ? texts.assumed
                  : texts.knew(formatMoment(party.knowledgeAt, language), party.knowledgeReason)}
              </p>
              <OwnAnswers party={party} />
            </div>
            {mayChange ? (
              <span className="row">
                <AnswerForParty record={record} party={party} />
                <EditParty record={record} party={party} />
                <Button
                  size="small"
                  look="quiet"
                  onClick={() =>
                    void release
                      .run({ id, version, input: { partyId: party.id as Id<'IncidentParty'> } }) // from this very list
                      .catch(isShown)
                  }
                >
                  {texts.release}
                  <span className="visually-hidden"> {party.name}</span>
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {mayChange ? (
        <Disclosure title={texts.addParty}>
          <PartyForm key={version} record={record} />
        </Disclosure>
      ) : null}
    </div>
  );
}
