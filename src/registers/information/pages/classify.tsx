import { useState } from 'react';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import './classify.css';
import { type InformationRecord, useWhyNot } from './information-record.ts';
import { classifyTexts, informationPagesTexts } from './pages.texts.ts';
import { Workshop } from './workshop.tsx';

export default function ClassifyPage() {
  const id = useRouteParameter('id');
  const view = useView('information.record', { id });
  return <Loaded view={view}>{(information) => <Classify information={information} />}</Loaded>;
}

function Classify({ information }: { readonly information: InformationRecord }) {
  const texts = useTexts(classifyTexts);
  const list = useTexts(informationPagesTexts).list;
  const reason = useWhyNot()(information.may.classify);
  const [isStopped, setStopped] = useState(false);
  const here = `/register/information/${information.id}`;
  const breadcrumbs = [
    { label: list.title, to: '/register/information' },
    { label: information.name, to: here },
  ];
  if (reason !== undefined) {
    return (
      <Page title={texts.title(information.name)} breadcrumbs={breadcrumbs}>
        <Notice title={texts.notAllowed}>{reason}</Notice>
      </Page>
    );
  }
  if (isStopped) {
    return (
      <Page title={texts.stopTitle} breadcrumbs={breadcrumbs}>
        <div className="classify-stop" role="alert">
          <p>{texts.stopText}</p>
          <p>
            <strong>{texts.stopContact}</strong>
          </p>
          <p className="soft">{texts.stopMistake}</p>
          <div className="row">
            <LinkButton look="primary" to={here}>
              {texts.leave}
            </LinkButton>
            <Button onClick={() => setStopped(false)}>{texts.restart}</Button>
          </div>
        </div>
      </Page>
    );
  }
  return (
    <Page title={texts.title(information.name)} lead={texts.lead} breadcrumbs={breadcrumbs}>
      {/* Stopping takes the workshop off the page, and with it every word that was typed in it. */}
      <Workshop information={information} onStop={() => setStopped(true)} />
    </Page>
  );
}
