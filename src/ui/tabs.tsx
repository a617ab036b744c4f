import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, TabPanels, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import { useListState } from './list-state.ts';
import './tabs.css';
import { useRouterState } from '@tanstack/react-router';
import { parseSearch, searchValues } from './search-params.ts';

/** One leaf. Its content is drawn only while it is chosen. */
export type Leaf = { readonly key: string; readonly label: string; readonly content: ReactNode };

/** Leaves of one page; the one chosen stands in the address as `flik`, the first when it says none. */
export function Tabs({ label, leaves }: { readonly label: string; readonly leaves: readonly Leaf[] }) {
  const { change } = useListState();
  const search = useRouterState({ select: (state) => state.location.searchStr });
  const asked = searchValues(parseSearch(search), 'flik')[0];
  const first = leaves[0]?.key ?? '';
  const chosen = leaves.some((leaf) => leaf.key === asked) ? (asked ?? first) : first;
  const choose = (key: string) => change({ flik: key === first ? undefined : key });
  return (
    <AriaTabs selectedKey={chosen} onSelectionChange={(key) => choose(String(key))}>
      <TabList className="tab-list" aria-label={label}>
        {leaves.map((leaf) => (
          <Tab key={leaf.key} id={leaf.key} className="tab">
            {leaf.label}
          </Tab>
        ))}
      </TabList>
      <TabPanels>
        {leaves.map((leaf) => (
          <TabPanel key={leaf.key} id={leaf.key} className="tab-panel">
            {leaf.content}
          </TabPanel>
        ))}
      </TabPanels>
    </AriaTabs>
  );
}
