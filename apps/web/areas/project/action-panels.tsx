import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { CatchBoundary } from '@tanstack/react-router';
import { Suspense } from 'react';
import { actionPanels } from '../../app/action-panels';
import { ChartSkeleton, LoadError } from '../../ui';

/** What later areas show of an action. One that cannot be loaded says so in its place; the sheet stays usable. */
export function ActionPanels({ actionId }: { actionId: string }) {
  const queries = useQueryErrorResetBoundary();
  return actionPanels.map((Panel, index) => (
    <CatchBoundary
      key={index}
      getResetKey={() => actionId}
      errorComponent={({ error, reset }) => (
        <LoadError
          error={error}
          onRetry={() => {
            queries.reset();
            reset();
          }}
        />
      )}
    >
      <Suspense fallback={<ChartSkeleton />}>
        <Panel actionId={actionId} />
      </Suspense>
    </CatchBoundary>
  ));
}
