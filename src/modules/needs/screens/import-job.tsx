import { useMutation } from '@tanstack/react-query';
import { call, newCommandId } from '../../../web/http.ts';
import { useTexts } from '../../../web/text.ts';
import { jobIsOpen, progressOf, useJob } from '../../../web/use-job.ts';
import { ProgressPanel } from '../../../web/widgets/progress-panel.tsx';

/** The step under way, with its bar and a way to stop it; what went wrong when it failed. */
export function ImportJob({ jobId }: { jobId: string }) {
  const texts = useTexts();
  const read = useJob(jobId);
  const cancel = useMutation({
    mutationFn: () =>
      call(`/api/jobs/${jobId}/cancel`, { method: 'POST', body: {}, commandId: newCommandId() }),
    onSuccess: () => read.refetch(),
  });
  const job = read.data?.data;
  if (!job || !(jobIsOpen(job) || job.state === 'failed')) return null;
  return <ProgressPanel job={{ ...progressOf(job, texts), link: null }} onCancel={() => cancel.mutate()} />;
}
