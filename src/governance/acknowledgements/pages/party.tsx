import { useState } from 'react';
import { formatLongDate, formatNumber } from '../../../kernel/format.ts';
import { History } from '../../../audit/pages/history.tsx';
import { CasesOf } from '../../../registers/incidents/pages/cases-of.tsx';
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
import { externalPartyTexts } from '../parties/external-party.texts.ts';
import { partyPagesTexts } from './party-pages.texts.ts';

type Party = ViewMap['externalParty.record']['answer'];

export default function PartyPage() {
  const id = useRouteParameter('id');
  const view = useView('externalParty.record', { id });
  return <Loaded view={view}>{(party) => <Record party={party} />}</Loaded>;
}

function Record({ party }: { readonly party: Party }) {
  const { form, list, record: texts } = useTexts(partyPagesTexts);
  const words = useTexts(externalPartyTexts);
  const refusals: Readonly<Record<string, string>> = words.refusals;
  const language = useLanguage();
  const end = useAct('externalParty.end');
  const [isEnding, setEnding] = useState(false);
  const { id, version, endedOn, may } = party;
  const whyNot = ({ allowed, because }: Party['may']['end']) =>
    allowed ? undefined : (refusals[because ?? ''] ?? texts.forbidden);
  const more = [
    { key: 'end', label: texts.end, onAction: () => setEnding(true), disabledReason: whyNot(may.end) },
  ];
  return (
    <Page
      title={party.name}
      breadcrumbs={[{ label: list.title, to: '/externa-parter' }]}
      primary={
        may.describe.allowed ? (
          <LinkButton look="primary" to={`/externa-parter/${id}/andra`}>
            {texts.describe}
          </LinkButton>
        ) : null
      }
      more={more}
      aside={<History register="externalParty" id={id} />}
    >
      {endedOn === null ? null : <Notice>{texts.ended(formatLongDate(endedOn, language))}</Notice>}
      <Facts party={party} />
      <CasesOf supplier={party.name} />
      {isEnding ? (
        <ReasonDialog
          title={texts.end}
          label={texts.endReason}
          confirmLabel={texts.end}
          cancelLabel={form.cancel}
          version={version}
          onClose={() => setEnding(false)}
          run={(reason, circumstances) => end.run({ id, input: { reason }, ...circumstances })}
        >
          <p>{texts.endText}</p>
        </ReasonDialog>
      ) : null}
    </Page>
  );
}

function Facts({ party }: { readonly party: Party }) {
  const { list, record: texts } = useTexts(partyPagesTexts);
  const { fields, languages, acknowledged } = useTexts(externalPartyTexts);
  const language = useLanguage();
  const say = (value: boolean) => (value ? list.yes : list.no);
  const agreement =
    party.agreementReviewId === null ? (
      texts.none
    ) : party.agreement === null ? (
      texts.unseen
    ) : (
      <Link to={`/avtalsgranskningar/${party.agreementReviewId}`}>{party.agreement}</Link>
    );
  return (
    <>
      <Section title={texts.facts}>
        <DefinitionList
          facts={[
            { term: fields.organisationNumber, value: party.organisationNumber },
            { term: fields.contactName, value: party.contactName },
            { term: fields.email, value: party.address },
            { term: fields.language, value: languages[party.language] },
            { term: fields.unitId, value: party.unitName },
            { term: fields.relevant, value: say(party.relevant) },
            { term: fields.relevanceReason, value: party.relevanceReason },
          ]}
        />
      </Section>
      <Section title={texts.agreement}>
        <DefinitionList
          facts={[
            { term: fields.contractor, value: say(party.contractor) },
            { term: fields.agreementReviewId, value: agreement },
            { term: fields.obligation, value: say(party.obligation) },
            {
              term: acknowledged,
              value:
                party.acknowledged === null
                  ? list.notYet
                  : list.edition(formatNumber(party.acknowledged, language)),
            },
          ]}
        />
      </Section>
    </>
  );
}
