import { Skeleton, Stack } from '@mantine/core';
import { uiText } from '../messages/ui';

function Loading() {
  return <span className="only-read-aloud">{uiText.load.loading}</span>;
}

/** A page on its way: its title, then its content. */
export function PageSkeleton() {
  return (
    <Stack gap="lg" aria-busy="true">
      <Loading />
      <Skeleton height={34} width="min(60%, 22rem)" />
      <Skeleton height={96} />
      <Skeleton height={220} />
    </Stack>
  );
}

/** A chart on its way, at its final height, so that nothing jumps. */
export function ChartSkeleton({ height = 280 }: { height?: number }) {
  return (
    <div aria-busy="true">
      <Loading />
      <Skeleton height={height} />
    </div>
  );
}

/** Some lines on their way. */
export function TextSkeleton({ lines = 3 }: { lines?: number }) {
  return (
    <Stack gap={8} aria-busy="true">
      <Loading />
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} height={16} width={index === lines - 1 ? '60%' : '100%'} />
      ))}
    </Stack>
  );
}
