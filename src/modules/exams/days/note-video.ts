import { sql } from 'kysely';
import { demand, judge, settingsOf } from '../../../platform/rules/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { videoRule } from '../rules/course-rules.ts';
import { demandLead } from '../sessions/lead-of.ts';
import { loadSession, visibleSession } from '../sessions/load-session.ts';

export const noteVideo = useCase(contract.noteVideo, {
  right: 'exams.day.lead',
  async run(args) {
    const { input, tx, actor, scope, change } = args;
    const session = await loadSession(tx, input.id, { where: visibleSession(scope, actor), lock: true });
    await demandLead(args, session, ['technical', 'chief']);
    const settings = await settingsOf(tx, videoRule, session.day);
    demand(videoRule, judge(videoRule, { until: input.until, day: session.day }, settings, session.day));
    await sql`update exams.session set video_until = ${input.until} where id = ${session.id}`.execute(tx);
    change({
      subject: { kind: 'exams.session', id: session.id, organisationId: session.organisationId },
      after: { videoUntil: input.until },
    });
    return { id: session.id };
  },
});
