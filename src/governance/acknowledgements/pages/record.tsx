import { useEffect, useState } from 'react';
import { dayOf } from '../../../kernel/calendar.ts';
import { formatLongDate, formatNumber } from '../../../kernel/format.ts';
import { officeTexts } from '../../../people/offices.texts.ts';
import { personTexts } from '../../../people/persons/person.texts.ts';
import { History } from '../../../audit/pages/history.tsx';
import { ReasonDialog } from '../../../registers/information/pages/reason-dialog.tsx';
import type { ViewMap } from '../../../ui/api-types.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { ShareFigure, Tag } from '../../../ui/verdict-mark.tsx';
import { campaignTexts } from '../campaign.texts.ts';
import './acknowledgements.css';
import { campaignPagesTexts } from './pages.texts.ts';
import { QuestionFigures } from './question-figures.tsx';
import { SignedLists } from './signed-lists.tsx';

type Campaign = ViewMap['campaign.record']['answer'];
/** How often (ms) the page looks how far the gathering has come. */
const lookEvery = 2000;

export default function CampaignPage() {
  const id = useRouteParameter('id');
  const view = useView('campaign.record', { id });
  const { reload } = view;
  const isMoving = view.data !== undefined && isUnderWay(view.data);
  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(reload, lookEvery);
    return () => clearInterval(timer);
  }, [isMoving, reload]);
  return <Loaded view={view}>{(campaign) => <Record campaign={campaign} />}</Loaded>;
}

function isUnderWay({ state, invited, asked, opensOn }: Campaign): boolean {
  const hasOpened = opensOn <= dayOf(new Date());
  const isSending = invited !== null && asked !== null && invited < asked;
  return state === 'gathering' || (state === 'open' && hasOpened && isSending);
}

function Record({ campaign }: { readonly campaign: Campaign }) {
  const { list, record: texts } = useTexts(campaignPagesTexts);
  const words = useTexts(campaignTexts);
  const refusals: Readonly<Record<string, string>> = words.refusals;
  const language = useLanguage();
  const remind = useAct('campaign.remind');
  const close = useAct('campaign.close');
  const [isClosing, setClosing] = useState(false);
  const [reminded, setReminded] = useState<string>();
  const { id, version, may, closedOn, closedBecause } = campaign;
  const whyNot = ({ allowed, because }: Campaign['may']['close']) =>
    allowed ? undefined : (refusals[because ?? ''] ?? texts.forbidden);
  const remindAll = async () => {
    const { sent } = await remind.run({ id, input: { unitId: null } });
    setReminded(texts.reminded(formatNumber(sent, language)));
  };
  const more = [
    {
      key: 'remind',
      label: texts.remind,
      onAction: () => void remindAll().catch(() => undefined),
      disabledReason: whyNot(may.remind),
    },
    { key: 'close', label: texts.close, onAction: () => setClosing(true), disabledReason: whyNot(may.close) },
  ];
  return (
    <Page
      title={campaign.title}
      breadcrumbs={[{ label: list.title, to: '/kvittenser' }]}
      state={<Tag>{words.states[campaign.state]}</Tag>}
      primary={
        may.seeNames ? (
          <LinkButton look="primary" to={`/kvittenser/${id}/personer`}>
            {texts.seeNames}
          </LinkButton>
        ) : null
      }
      more={more}
      aside={<History register="campaign" id={id} />}
    >
      {closedOn === null || closedBecause === null ? null : (
        <Notice>{texts.closed(formatLongDate(closedOn, language), words.closings[closedBecause])}</Notice>
      )}
      {reminded === undefined ? null : <Notice kind="success" title={reminded} isNews />}
      {remind.problem === undefined ? null : <Notice kind="warning" title={remind.problem.message} isNews />}
      <Figures campaign={campaign} />
      {may.seeNames ? <SignedLists campaignId={id} /> : null}
      <Facts campaign={campaign} />
      <QuestionFigures questions={campaign.questions} isClosed={campaign.state === 'closed'} />
      {isClosing ? (
        <ReasonDialog
          title={texts.close}
          label={texts.closeReason}
          confirmLabel={texts.close}
          cancelLabel={texts.cancel}
          version={version}
          onClose={() => setClosing(false)}
          run={(reason, circumstances) => close.run({ id, input: { reason }, ...circumstances })}
        >
          <p>{texts.closeText}</p>
        </ReasonDialog>
      ) : null}
    </Page>
  );
}

function Figures({ campaign }: { readonly campaign: Campaign }) {
  const texts = useTexts(campaignPagesTexts).record;
  const { id, units, may } = campaign;
  const namesOf = (unitId: string | null) =>
    `/kvittenser/${id}/personer${unitId === null ? '' : `?unitId=${unitId}`}`;
  return (
    <>
      <Section title={texts.progress}>
        <Whole campaign={campaign} />
      </Section>
      {may.seeNames && units.length > 0 ? (
        <Section
          title={texts.units}
          lead={texts.unitsLead}
          action={<Link to={`/kvittenser/${id}/lista`}>{texts.paper}</Link>}
        >
          <ul className="figure-rows">
            {units.map((unit) => (
              <li key={unit.unitId ?? ''}>
                <span>{unit.unitName ?? texts.noUnit}</span>
                <ShareFigure
                  numerator={unit.acknowledged}
                  denominator={unit.asked}
                  to={namesOf(unit.unitId)}
                  label={`${texts.done}: ${unit.unitName ?? texts.noUnit}`}
                />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

/** How far the whole campaign has come, or that it is too small for that to be told. */
function Whole({ campaign }: { readonly campaign: Campaign }) {
  const texts = useTexts(campaignPagesTexts).record;
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  const { asked, acknowledged, left, invited, withoutAddress, unreadable, state } = campaign;
  if (asked === null || acknowledged === null) return <p>{texts.few}</p>;
  const rows = [
    texts.waiting(number(asked - acknowledged)),
    ...(left === null || left === 0 ? [] : [texts.left(number(left))]),
    ...(withoutAddress === null || withoutAddress === 0
      ? []
      : [texts.withoutAddress(number(withoutAddress))]),
    ...(unreadable === null || unreadable === 0 ? [] : [texts.unreadable(number(unreadable))]),
  ];
  const noLetter = (withoutAddress ?? 0) + (unreadable ?? 0);
  const under =
    state === 'gathering'
      ? texts.gathering(number(asked))
      : texts.sending(number(invited ?? 0), number(asked));
  return (
    <>
      {isUnderWay(campaign) ? <p role="status">{under}</p> : null}
      {campaign.sendsMail || state === 'closed' ? null : <Notice kind="warning">{texts.noServer}</Notice>}
      <p>
        <strong>{texts.acknowledged(number(acknowledged), number(asked))}</strong>
        {rows.map((row) => ` · ${row}`).join('')}
        {noLetter === 0 || !campaign.may.seeNames ? null : (
          <>
            {' '}
            <Link to={`/kvittenser/${campaign.id}/personer?noLetter=true`}>{texts.seeNoLetter}</Link>
          </>
        )}
      </p>
      {asked === 0 ? null : (
        <progress
          className="campaign-progress"
          value={acknowledged}
          max={asked}
          aria-label={texts.progress}
        />
      )}
    </>
  );
}

function Facts({ campaign }: { readonly campaign: Campaign }) {
  const texts = useTexts(campaignPagesTexts).record;
  const { fields } = useTexts(campaignTexts);
  const { kinds } = useTexts(personTexts);
  const { offices } = useTexts(officeTexts);
  const language = useLanguage();
  const { unitIds, message, reminderDays, documentVersionId } = campaign;
  const places =
    unitIds.length === 0 ? texts.everyone : texts.somePlaces(formatNumber(unitIds.length, language));
  const facts = [
    {
      term: texts.document,
      value: <Link to={`/styrdokument/${documentVersionId}`}>{campaign.documentTitle}</Link>,
    },
    { term: texts.audience, value: places },
    { term: fields.kinds, value: campaign.kinds.map((kind) => kinds[kind]).join(', ') },
    ...(campaign.offices.length === 0
      ? []
      : [{ term: fields.offices, value: campaign.offices.map((office) => offices[office]).join(', ') }]),
    { term: texts.parties, value: campaign.externalParties ? texts.yes : texts.no },
    { term: fields.opensOn, value: formatLongDate(campaign.opensOn, language) },
    { term: fields.closesOn, value: formatLongDate(campaign.closesOn, language) },
    { term: fields.reminderDays, value: reminderDays.length === 0 ? null : reminderDays.join(', ') },
    ...(message === '' ? [] : [{ term: fields.message, value: message }]),
  ];
  return (
    <Section title={texts.facts}>
      <DefinitionList facts={facts} />
    </Section>
  );
}
