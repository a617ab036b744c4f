import { useState } from 'react';
import { formatLongDate, formatMoment, formatNumber } from '../../../kernel/format.ts';
import { Button } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import '../../../ui/facts.css';
import { Loaded } from '../../../ui/error-page.tsx';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { Tag } from '../../../ui/verdict-mark.tsx';
import { ReasonDialog } from '../../../registers/information/pages/reason-dialog.tsx';
import { witnessTexts } from '../witness.texts.ts';
import { OutcomeMark, type WitnessRecord } from './outcome.tsx';
import { witnessPagesTexts } from './pages.texts.ts';
import { TakeInDialog } from './take-in.tsx';

export default function WitnessPage() {
  const id = useRouteParameter('id');
  const view = useView('witness.record', { id });
  return <Loaded view={view}>{(witness) => <Record witness={witness} />}</Loaded>;
}

type Shown = { readonly witness: WitnessRecord };
type Open = 'none' | 'end' | 'takeIn';

function Record({ witness }: Shown) {
  const texts = useTexts(witnessPagesTexts);
  const words = useTexts(witnessTexts);
  const end = useAct('witness.end');
  const [open, setOpen] = useState<Open>('none');
  const close = () => setOpen('none');
  const { id, version, may } = witness;
  const refusals: Readonly<Record<string, string>> = words.refusals;
  const whyNot = ({ allowed, because }: WitnessRecord['may']['end']) =>
    allowed ? undefined : (refusals[because ?? ''] ?? texts.record.forbidden);
  const isOwn = witness.kind === 'public';
  return (
    <Page
      title={witness.name}
      breadcrumbs={[{ label: texts.list.title, to: '/loggen/vittnen' }]}
      state={<Tag>{witness.isActive ? words.kinds[witness.kind] : texts.list.ended}</Tag>}
      primary={
        may.cosign.allowed ? (
          <Button look="primary" onClick={() => setOpen('takeIn')}>
            {texts.record.takeIn}
          </Button>
        ) : undefined
      }
      more={
        isOwn
          ? []
          : [
              {
                key: 'describe',
                label: texts.record.describe,
                to: `/loggen/vittnen/${id}/andra`,
                disabledReason: whyNot(may.describe),
              },
              {
                key: 'end',
                label: texts.record.end,
                onAction: () => setOpen('end'),
                disabledReason: whyNot(may.end),
              },
            ]
      }
    >
      {witness.latest?.outcome === 'inconsistent' ? (
        <Notice kind="danger" title={texts.list.disagrees}>
          {texts.list.disagreesText(witness.name)}
        </Notice>
      ) : null}
      <Facts witness={witness} />
      <Section title={texts.record.deliveries}>
        {isOwn ? <p className="soft">{texts.record.publicText}</p> : <Deliveries witness={witness} />}
      </Section>
      {witness.verifierKey === null ? null : <Cosignatures witness={witness} />}
      {open === 'takeIn' ? <TakeInDialog id={id} onClose={close} /> : null}
      {open === 'end' ? (
        <ReasonDialog
          title={texts.record.end}
          label={texts.record.endReason}
          confirmLabel={texts.record.end}
          cancelLabel={texts.form.cancel}
          version={version}
          onClose={close}
          run={(reason, circumstances) => end.run({ id, version, input: { reason }, ...circumstances })}
        >
          <p>{texts.record.endText}</p>
        </ReasonDialog>
      ) : null}
    </Page>
  );
}

function Facts({ witness }: Shown) {
  const texts = useTexts(witnessPagesTexts).record;
  const { fields, schedules } = useTexts(witnessTexts);
  const language = useLanguage();
  const from = formatLongDate(witness.from, language);
  const where = {
    email: { term: fields.addresses, value: witness.addresses.join(', ') },
    folder: { term: fields.folder, value: witness.folder },
    https: { term: fields.url, value: witness.url },
    public: { term: fields.url, value: <a href="/logg">/logg</a> },
  }[witness.kind];
  return (
    <Section title={texts.facts}>
      <DefinitionList
        facts={[
          where,
          ...(witness.kind === 'public'
            ? []
            : [
                { term: fields.schedule, value: schedules[witness.schedule] },
                { term: fields.contact, value: witness.contact },
                { term: fields.verifierKey, value: witness.verifierKey ?? texts.noKey },
              ]),
          {
            term: texts.period,
            value:
              witness.until === null
                ? texts.since(from)
                : texts.between(from, formatLongDate(witness.until, language)),
          },
        ]}
      />
    </Section>
  );
}

function Deliveries({ witness }: Shown) {
  const texts = useTexts(witnessPagesTexts).record;
  const { details } = useTexts(witnessTexts);
  const language = useLanguage();
  if (witness.deliveries.length === 0) return <p className="soft">{texts.noDeliveries}</p>;
  return (
    <dl className="facts">
      {witness.deliveries.map(({ id, deliveredAt, outcome, detail, size, attempt, answer }) => (
        <div className="fact" key={id}>
          <dt>{formatMoment(deliveredAt, language)}</dt>
          <dd>
            <OutcomeMark outcome={outcome} />
            <span className="soft">
              {texts.events(formatNumber(size, language))}
              {attempt > 1 ? `, ${texts.attempt(formatNumber(attempt, language))}` : null}
            </span>
            {detail === null ? null : <p>{details[detail]}</p>}
            {answer === '' ? null : <p className="soft">{texts.answer(answer)}</p>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Cosignatures({ witness }: Shown) {
  const texts = useTexts(witnessPagesTexts).record;
  const language = useLanguage();
  return (
    <Section title={texts.cosignatures} lead={texts.cosignaturesLead}>
      {witness.cosignatures.length === 0 ? (
        <p className="soft">{texts.noCosignatures}</p>
      ) : (
        <dl className="facts">
          {witness.cosignatures.map(({ id, size, cosignedAt, receivedAt }) => (
            <div className="fact" key={id}>
              <dt>{formatMoment(cosignedAt, language)}</dt>
              <dd>{texts.cosigned(formatNumber(size, language), formatMoment(receivedAt, language))}</dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}
