import { useState } from 'react';
import { formatLongDate } from '../../../kernel/format.ts';
import { History } from '../../../audit/pages/history.tsx';
import type { ViewMap } from '../../../ui/api-types.ts';
import { CasesOf } from '../../../registers/incidents/pages/cases-of.tsx';
import { carriers } from '../../../registers/information/vocabulary.ts';
import { ActProblem } from '../../../registers/information/pages/act-problem.tsx';
import { usePosters } from '../../../registers/incidents/pages/use-posters.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import type { MenuAction } from '../../../ui/menu.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { reasonWhyNot } from '../../pages/why-not.ts';
import { unitTexts } from '../units/unit.texts.ts';
import { EndDialog } from './end-dialog.tsx';
import { ConfirmNotice, RecordState } from './marks.tsx';
import './organisation.css';
import { organisationPagesTexts } from './pages.texts.ts';
import { periodWords } from './words.ts';

type UnitRecord = ViewMap['unit.record']['answer'];

export default function UnitPage() {
  const view = useView('unit.record', { id: useRouteParameter('id') });
  return <Loaded view={view}>{(unit) => <Record key={unit.id} unit={unit} />}</Loaded>;
}

function Record({ unit }: { readonly unit: UnitRecord }) {
  const texts = useTexts(organisationPagesTexts);
  const words = useTexts(unitTexts);
  const confirm = useAct('unit.confirm');
  const end = useAct('unit.end');
  const [isEnding, setEnding] = useState(false);
  const { id, version } = unit;
  const posters = usePosters(id);
  const steps = useSteps(unit, () => setEnding(true));
  const more = unit.standing === 'standing' ? [...steps, posters.step] : steps;
  return (
    <Page
      title={unit.name}
      breadcrumbs={[
        { label: texts.title, to: '/organisation' },
        ...unit.above.map((one) => ({ label: one.name, to: `/organisation/enheter/${one.id}` })),
      ]}
      state={<RecordState kind={words.kinds[unit.kind]} row={unit} />}
      primary={
        unit.may.describe.allowed ? (
          <LinkButton look="primary" to={`/organisation/enheter/${id}/andra`}>
            {texts.edit}
          </LinkButton>
        ) : undefined
      }
      more={more}
      aside={<History register="unit" id={id} />}
    >
      <ActProblem problem={posters.problem} />
      <ConfirmNotice row={unit} confirm={confirm} onConfirm={() => confirm.run({ id, version, input: {} })} />
      <Section title={texts.facts}>
        <Facts unit={unit} />
      </Section>
      <Carriers unit={unit} />
      <Subunits unit={unit} />
      <CasesOf unitId={id} />
      {isEnding ? (
        <EndDialog
          title={texts.end.unit}
          follows={texts.end.unitFollows}
          version={version}
          onClose={() => setEnding(false)}
          run={(input, circumstances) => end.run({ id, input, ...circumstances })}
        />
      ) : null}
    </Page>
  );
}

/** What else can be done with it, and why not. What is not hers to do is not shown. */
function useSteps(unit: UnitRecord, onEnd: () => void): readonly MenuAction[] {
  const texts = useTexts(organisationPagesTexts);
  const words = useTexts(unitTexts);
  const language = useLanguage();
  const { reorganise, end } = unit.may;
  const shown = (step: { readonly because: string | null }) => step.because !== 'forbidden';
  const whyNot = (step: { readonly because: string | null }) =>
    reasonWhyNot(step.because, words.refusals, language);
  return [
    ...(shown(reorganise)
      ? [
          {
            key: 'reorganise',
            label: texts.reorganise,
            to: `/organisation/omorganisera?enhet=${unit.id}`,
            disabledReason: whyNot(reorganise),
          },
        ]
      : []),
    ...(shown(end)
      ? [{ key: 'end', label: texts.end.unit, onAction: onEnd, disabledReason: whyNot(end) }]
      : []),
  ];
}

function Facts({ unit }: { readonly unit: UnitRecord }) {
  const texts = useTexts(organisationPagesTexts);
  const { fields } = useTexts(unitTexts);
  const language = useLanguage();
  const name = encodeURIComponent(unit.name);
  const manager =
    unit.manager === null ? (
      <span className="row">
        {texts.unit.noManager}
        {unit.standing === 'ended' ? null : (
          <Link to={`/uppdrag/nytt?uppdrag=manager&galler=${unit.id}&galler-namn=${name}`}>
            {texts.unit.appoint}
          </Link>
        )}
      </span>
    ) : (
      <Link to={`/personer/${unit.manager.personId}`}>{unit.manager.name}</Link>
    );
  const holdings = (
    <span className="row">
      {unit.information === null ? null : (
        <Link to={`/register/information?unitId=${unit.id}`}>{texts.unit.information(unit.information)}</Link>
      )}
      {unit.systems === null ? null : (
        <Link to={`/register/system?unitId=${unit.id}`}>{texts.unit.systems(unit.systems)}</Link>
      )}
      <Link to={`/personer?unitId=${unit.id}`}>{texts.unit.persons(unit.persons)}</Link>
    </span>
  );
  const body =
    unit.bodyId === null ? null : <Link to={`/organisation/organ/${unit.bodyId}`}>{unit.bodyName}</Link>;
  const successor =
    unit.successorId === null
      ? []
      : [
          {
            term: texts.unit.successor,
            value: <Link to={`/organisation/enheter/${unit.successorId}`}>{unit.successorName}</Link>,
          },
        ];
  const entity = <Link to={`/organisation/bolag/${unit.entityId}`}>{unit.entityName}</Link>;
  return (
    <DefinitionList
      facts={[
        { term: texts.unit.manager, value: manager },
        { term: texts.unit.has, value: holdings },
        { term: fields.bodyId, value: body },
        { term: fields.entityId, value: entity },
        { term: texts.period, value: periodWords(unit, texts, language) },
        ...successor,
      ]}
    />
  );
}

function Carriers({ unit }: { readonly unit: UnitRecord }) {
  const texts = useTexts(organisationPagesTexts).carriers;
  const words = useTexts(unitTexts);
  const language = useLanguage();
  const unanswered = carriers.filter(
    (one) => !unit.carriersHeld.includes(one) && !unit.carriersNone.includes(one),
  );
  const declare = unit.may.declareCarriers.allowed ? (
    <LinkButton size="small" to={`/organisation/enheter/${unit.id}/former`}>
      {texts.declare}
    </LinkButton>
  ) : undefined;
  const day = unit.carriersDeclaredOn;
  const missing =
    unanswered.length === carriers.length ? texts.noneAnswered : texts.incomplete(unanswered.length);
  return (
    <Section title={texts.title} lead={texts.lead} action={declare}>
      <p>{day === null ? missing : texts.complete(formatLongDate(day, language))}</p>
      {unanswered.length === carriers.length ? null : (
        <table className="org-carriers">
          <tbody>
            {carriers.map((carrier) => (
              <tr key={carrier}>
                <th scope="row">{words.carriers[carrier]}</th>
                <td>
                  {unit.carriersHeld.includes(carrier) ? (
                    texts.held
                  ) : unit.carriersNone.includes(carrier) ? (
                    texts.none
                  ) : (
                    <span className="faint">{texts.unanswered}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function Subunits({ unit }: { readonly unit: UnitRecord }) {
  const texts = useTexts(organisationPagesTexts).unit;
  const { kinds } = useTexts(unitTexts);
  const add = unit.may.reorganise.allowed ? (
    <LinkButton size="small" to={`/organisation/enheter/ny?under=${unit.id}`}>
      {texts.addSubunit}
    </LinkButton>
  ) : undefined;
  return (
    <Section title={texts.subunits} action={add}>
      {unit.subunits.length === 0 ? (
        <p className="soft">{texts.noSubunits}</p>
      ) : (
        <ul className="org-rows">
          {unit.subunits.map((one) => (
            <li key={one.id}>
              <Link to={`/organisation/enheter/${one.id}`}>{one.name}</Link>
              {one.kind === 'unit' ? null : <span className="soft">{kinds[one.kind]}</span>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
