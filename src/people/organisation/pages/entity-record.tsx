import { useState } from 'react';
import { History } from '../../../audit/pages/history.tsx';
import type { ViewMap } from '../../../ui/api-types.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { reasonWhyNot } from '../../pages/why-not.ts';
import { entityTexts } from '../entities/entity.texts.ts';
import { Accountability } from './accountability.tsx';
import { EndDialog } from './end-dialog.tsx';
import { BodiesOf } from './entity-block.tsx';
import { ConfirmNotice, RecordState } from './marks.tsx';
import { organisationPagesTexts } from './pages.texts.ts';
import { periodWords } from './words.ts';

export default function EntityPage() {
  const view = useView('entity.record', { id: useRouteParameter('id') });
  return <Loaded view={view}>{(entity) => <Record entity={entity} />}</Loaded>;
}

function Record({ entity }: { readonly entity: ViewMap['entity.record']['answer'] }) {
  const texts = useTexts(organisationPagesTexts);
  const words = useTexts(entityTexts);
  const language = useLanguage();
  const confirm = useAct('entity.confirm');
  const end = useAct('entity.end');
  const [isEnding, setEnding] = useState(false);
  const { may, id, version } = entity;
  const whyNot = reasonWhyNot(may.end.because, words.refusals, language);
  return (
    <Page
      title={entity.name}
      breadcrumbs={[{ label: texts.title, to: '/organisation' }]}
      state={<RecordState kind={words.kinds[entity.kind]} row={entity} />}
      primary={
        may.describe.allowed ? (
          <LinkButton look="primary" to={`/organisation/bolag/${id}/andra`}>
            {texts.edit}
          </LinkButton>
        ) : undefined
      }
      more={
        may.end.because === 'forbidden'
          ? []
          : [{ key: 'end', label: texts.end.entity, onAction: () => setEnding(true), disabledReason: whyNot }]
      }
      aside={<History register="entity" id={id} />}
    >
      <ConfirmNotice
        row={entity}
        confirm={confirm}
        onConfirm={() => confirm.run({ id, version, input: {} })}
      />
      <Section title={texts.facts}>
        <DefinitionList
          facts={[
            { term: words.fields.organisationNumber, value: entity.organisationNumber },
            { term: words.fields.controller, value: entity.controller ? texts.yes : texts.no },
            { term: texts.period, value: periodWords(entity, texts, language) },
          ]}
        />
      </Section>
      <Accountability row={entity} register="entity" />
      <Section title={texts.entity.bodies}>
        <BodiesOf entityId={id} />
      </Section>
      {isEnding ? (
        <EndDialog
          title={texts.end.entity}
          follows={texts.end.entityFollows}
          version={version}
          onClose={() => setEnding(false)}
          run={(input, circumstances) => end.run({ id, input, ...circumstances })}
        />
      ) : null}
    </Page>
  );
}
