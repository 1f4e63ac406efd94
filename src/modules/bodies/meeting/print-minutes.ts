import { type Paper, renderPaper } from '../../../platform/papers/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { visible } from '../body/visible.ts';
import { contract } from '../contract.ts';
import { asSigned, minutesPaper } from '../papers/minutes.ts';
import { attendanceOf, itemsOf, loadMeeting } from './load-meeting.ts';

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** The minutes as a file; a draft until both have signed. A query, so no transaction waits for the drawing. */
export const printMinutes = useCase(contract.printMinutes, {
  right: 'bodies.body.read',
  async run({ input, tx, actor, scope }) {
    const meeting = await loadMeeting(tx, input.id, visible(scope, actor));
    const members = await attendanceOf(tx, meeting);
    const present = members.filter((member) => member.present);
    const nameOf = (...posts: string[]) =>
      asSigned(present.find(({ post }) => posts.includes(post))?.name ?? '');
    const data = {
      body: meeting.bodyName,
      number: meeting.number,
      heldOn: meeting.heldOn,
      place: meeting.place,
      members: members.length,
      present: present.map(({ name, post, organisationName }) => ({
        name,
        post,
        organisation: organisationName,
      })),
      items: await itemsOf(tx, meeting.id, present.length),
      chair: nameOf('chair', 'deputy_chair'),
      secretary: nameOf('secretary'),
    };
    const file = await renderPaper(minutesPaper as unknown as Paper, data, {
      format: input.format,
      title: `${meeting.bodyName}, ${meeting.number}`,
      draft: meeting.state !== 'signed',
      ...(meeting.minutesHash ? { fingerprint: meeting.minutesHash } : {}),
      timeoutMs: 20_000,
    });
    return {
      name: `${meeting.number}.${input.format}`,
      type: TYPES[input.format],
      base64: Buffer.from(file).toString('base64'),
    };
  },
});
