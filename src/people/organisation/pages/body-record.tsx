import { useState } from 'react';
import { History } from '../../../audit/pages/history.tsx';
import type { ViewMap } from '../../../ui/api-types.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { reasonWhyNot } from '../../pages/why-not.ts';
import { bodyTexts } from '../bodies/body.texts.ts';
import { Accountability } from './accountability.tsx';
import { EndDialog } from './end-dialog.tsx';
import { ConfirmNotice, RecordState } from './marks.tsx';
import { organisationPagesTexts } from './pages.texts.ts';
import { periodWords } from './words.ts';

type BodyRecord = ViewMap['body.record']['answer'];

export default function BodyPage() {
  const view = useView('body.record', { id: useRouteParameter('id') });
  return <Loaded view={view}>{(body) => <Record body={body} />}</Loaded>;
}

function Record({ body }: { readonly body: BodyRecord }) {
  const texts = useTexts(organisationPagesTexts);
  const words = useTexts(bodyTexts);
  const language = useLanguage();
  const confirm = useAct('body.confirm');
  const end = useAct('body.end');
  const [isEnding, setEnding] = useState(false);
  const { may, id, version } = body;
  const whyNot = reasonWhyNot(may.end.because, words.refusals, language);
  return (
    <Page
      title={body.name}
      breadcrumbs={[
        { label: texts.title, to: '/organisation' },
        { label: body.entityName, to: `/organisation/bolag/${body.entityId}` },
      ]}
      state={<RecordState kind={words.kinds[body.kind]} row={body} />}
      primary={
        may.describe.allowed ? (
          <LinkButton look="primary" to={`/organisation/organ/${id}/andra`}>
            {texts.edit}
          </LinkButton>
        ) : undefined
      }
      more={
        may.end.because === 'forbidden'
          ? []
          : [{ key: 'end', label: texts.end.body, onAction: () => setEnding(true), disabledReason: whyNot }]
      }
      aside={<History register="body" id={id} />}
    >
      <ConfirmNotice row={body} confirm={confirm} onConfirm={() => confirm.run({ id, version, input: {} })} />
      <Section title={texts.facts}>
        <Facts body={body} />
      </Section>
      <Accountability row={body} register="body" />
      {isEnding ? (
        <EndDialog
          title={texts.end.body}
          follows={texts.end.bodyFollows}
          version={version}
          onClose={() => setEnding(false)}
          run={(input, circumstances) => end.run({ id, input, ...circumstances })}
        />
      ) : null}
    </Page>
  );
}

function Facts({ body }: { readonly body: BodyRecord }) {
  const texts = useTexts(organisationPagesTexts);
  const { fields } = useTexts(bodyTexts);
  const language = useLanguage();
  const yesOrNo = (value: boolean) => (value ? texts.yes : texts.no);
  const parent =
    body.parentId === null
      ? []
      : [
          {
            term: fields.parentId,
            value: <Link to={`/organisation/organ/${body.parentId}`}>{body.parentName}</Link>,
          },
        ];
  return (
    <DefinitionList
      facts={[
        {
          term: fields.entityId,
          value: <Link to={`/organisation/bolag/${body.entityId}`}>{body.entityName}</Link>,
        },
        ...parent,
        { term: fields.abbreviation, value: body.abbreviation },
        { term: fields.controller, value: yesOrNo(body.controller) },
        { term: fields.reportsToFollowUp, value: yesOrNo(body.reportsToFollowUp) },
        { term: texts.period, value: periodWords(body, texts, language) },
      ]}
    />
  );
}
