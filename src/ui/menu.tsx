import type { ReactNode } from 'react';
import { Button as TriggerButton } from 'react-aria-components/Button';
import { MenuItem, MenuTrigger, Menu as AriaMenu } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import './button.css';
import { Chevron } from './icons.tsx';
import { useTexts } from './language.tsx';
import { useGo } from './link.tsx';
import './menu.css';
import { uiTexts } from './ui.texts.ts';

/** One line of a menu: a verb that leads somewhere (`to`) or does something (`onAction`). */
export type MenuAction = {
  readonly key: string;
  readonly label: string;
  readonly to?: string;
  readonly onAction?: () => void;
  /** Why it cannot be done now; the line stays, so that people learn that it exists. */
  readonly disabledReason?: string | undefined;
};

type MenuProps = {
  readonly label: ReactNode;
  /** A fuller name for those who only hear it. */
  readonly description?: string;
  readonly actions: readonly MenuAction[];
};

/** A button that opens a menu of actions. */
export function Menu({ label, description, actions }: MenuProps) {
  const go = useGo();
  const choose = (action: MenuAction) => {
    if (action.disabledReason !== undefined) return;
    if (action.to === undefined) action.onAction?.();
    else go(action.to);
  };
  return (
    <MenuTrigger>
      <TriggerButton className="button" {...(description === undefined ? {} : { 'aria-label': description })}>
        {label}
        <Chevron />
      </TriggerButton>
      <Popover className="popover" placement="bottom end">
        <AriaMenu className="menu-list">
          {actions.map((action) => (
            <MenuItem
              key={action.key}
              id={action.key}
              className="menu-item"
              textValue={action.label}
              data-off={action.disabledReason === undefined ? undefined : ''}
              aria-disabled={action.disabledReason !== undefined || undefined}
              onAction={() => choose(action)}
            >
              <Text slot="label">{action.label}</Text>
              {action.disabledReason === undefined ? null : (
                <Text slot="description" className="menu-reason">
                  {action.disabledReason}
                </Text>
              )}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

/** The page's "Fler": what can be done beside the primary action. */
export function MoreMenu({ actions }: { readonly actions: readonly MenuAction[] }) {
  const texts = useTexts(uiTexts);
  return <Menu label={texts.more} description={texts.moreActions} actions={actions} />;
}
