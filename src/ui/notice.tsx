import type { ReactNode } from 'react';
import { useTexts } from './language.tsx';
import './notice.css';
import { uiTexts } from './ui.texts.ts';

type NoticeProps = {
  readonly kind?: 'note' | 'success' | 'warning' | 'danger';
  /** The message in a few words; without it the kind itself is said. */
  readonly title?: string;
  readonly children?: ReactNode;
  /** True when it appears because of something the person did: it is then read out. */
  readonly isNews?: boolean;
};

/** A message in the page. It stays until it no longer holds; nothing important is ever only a toast. */
export function Notice({ kind = 'note', title, children, isNews = false }: NoticeProps) {
  const texts = useTexts(uiTexts);
  const role = isNews ? (kind === 'danger' ? 'alert' : 'status') : undefined;
  return (
    <div className="notice" data-kind={kind} role={role}>
      <p className="notice-title">{title ?? texts[kind]}</p>
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  );
}

type EmptyStateProps = {
  readonly title: string;
  /** What to do first. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
};

/** What stands where there is nothing yet: says so, and what to do first. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <p className="empty-state-title">{title}</p>
      {typeof children === 'string' ? <p className="soft">{children}</p> : children}
      {action}
    </div>
  );
}

/** Stands where something is being fetched; says so to those who listen. */
export function Loading({ lines = 5 }: { readonly lines?: number }) {
  const texts = useTexts(uiTexts);
  return (
    <div className="loading" role="status">
      <span className="visually-hidden">{texts.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span className="loading-bar" key={line} />
      ))}
    </div>
  );
}
