import { useState } from 'react';
import { Button, LinkButton } from '../../button.tsx';
import { DefinitionList } from '../../definition-list.tsx';
import { ConfirmDialog, SideSheet } from '../../dialog.tsx';
import { Disclosure } from '../../disclosure.tsx';
import { Loaded } from '../../error-page.tsx';
import { useNamedView } from '../../hooks.ts';
import { LineChart } from '../../line-chart.tsx';
import { Notice } from '../../notice.tsx';
import { Page, Section } from '../../page.tsx';
import { useRouteParameter } from '../../routing.ts';
import { Tabs } from '../../tabs.tsx';
import { ShareFigure, Tag, VerdictMark } from '../../verdict-mark.tsx';
import type { GallerySystem } from '../gallery-answers.ts';

const trend = [41, 44, 60, 58, 97, 121, 140, 163].map((value, index) => ({
  date: `2026-0${index + 1}-01`,
  value,
}));

/** A record as a register's record is. */
export default function GalleryRecord() {
  const view = useNamedView<GallerySystem>('system.record', { id: useRouteParameter('id') });
  return <Loaded view={view}>{(system) => <Record system={system} />}</Loaded>;
}

function Record({ system }: { readonly system: GallerySystem }) {
  const [isSheet, setSheet] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const facts = [
    { term: 'Systemägare', value: system.owner },
    { term: 'Systemförvaltare', value: '' },
    { term: 'Leverantör', value: 'Tietoevry Care' },
    {
      term: 'Beskrivning',
      value: 'Dokumentation, handläggning och beslut enligt socialtjänstlagen och LSS.',
    },
  ];
  return (
    <Page
      title={system.name}
      breadcrumbs={[{ label: 'System', to: '/register/system' }]}
      state={<Tag>{system.state}</Tag>}
      primary={
        <LinkButton look="primary" to="/register/system/ny">
          Bedöm systemets skydd
        </LinkButton>
      }
      more={[{ key: 'end', label: 'Avsluta systemet', onAction: () => setAsking(true) }]}
      aside={
        <Section title="Krav som rör systemet">
          <div className="stack">
            <div>
              <ShareFigure
                numerator={163}
                denominator={180}
                to="/policyn"
                label="informationsmängder med klass"
              />{' '}
              <VerdictMark verdict="partly" />
            </div>
            <VerdictMark verdict="overdue" />
            <Button onClick={() => setSheet(true)}>Visa vad som mäts</Button>
          </div>
        </Section>
      }
    >
      <Notice kind="warning" title="Skyddet räcker inte för informationen">
        Systemet innehåller information i klass 3 men är bedömt till nivå 2 för riktighet.
      </Notice>
      <Section
        title="Uppgifter"
        action={
          <Button size="small" look="quiet">
            Ändra uppgifterna
          </Button>
        }
      >
        <DefinitionList facts={facts} />
      </Section>
      <Tabs
        label="Mer om systemet"
        leaves={[
          { key: 'information', label: 'Information', content: <p>Tolv informationsmängder.</p> },
          { key: 'historik', label: 'Historik', content: <p>Registrerat 15 juni 2026.</p> },
        ]}
      />
      <LineChart
        title="Informationsmängder med klass"
        points={trend}
        top={180}
        events={[{ date: '2026-04-15', label: 'ny policy' }]}
      />
      <Disclosure title="Vad som inte mäts">Muntlig hantering.</Disclosure>
      <Button disabledReason="Systemet har information som måste flyttas först.">Avsluta systemet</Button>
      <SideSheet title="163 av 180 är klassade" isOpen={isSheet} onClose={() => setSheet(false)}>
        <p>Informationsmängder som har en klass med motivering och datum.</p>
      </SideSheet>
      <ConfirmDialog
        title="Avsluta systemet?"
        isOpen={isAsking}
        confirmLabel="Avsluta systemet"
        isDestructive
        onConfirm={() => setAsking(false)}
        onClose={() => setAsking(false)}
      >
        <p>Systemet går inte längre att koppla till information. Allt som är skrivet om det finns kvar.</p>
      </ConfirmDialog>
    </Page>
  );
}
