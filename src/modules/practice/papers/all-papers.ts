import type { Paper } from '../../../platform/papers/index.ts';
import { agreementPaper } from './agreement.ts';
import { appraisalPaper } from './appraisal-sheet.ts';
import { briefingPaper } from './briefing-sheet.ts';
import { consentsPaper } from './consents.ts';
import { gradeSheetPaper } from './grade-sheet.ts';
import { hostOrderPaper } from './host-order.ts';
import { taskPaper } from './individual-task.ts';
import { logPaper } from './log.ts';
import type { PaperKind } from './paper-set.ts';
import { referencePaper } from './reference.ts';
import { reportPaper } from './report.ts';
import { sendingOrderPaper } from './sending-order.ts';

/** Every paper of a group: in the order they are needed, by the name its file bears. */
export const PAPERS_OF_GROUP: Record<PaperKind, { paper: Paper; file: string }> = {
  agreement: { paper: agreementPaper as unknown as Paper, file: '01 Договор с приложениями' },
  order: { paper: sendingOrderPaper as unknown as Paper, file: '02 Приказ о направлении' },
  hostOrder: { paper: hostOrderPaper as unknown as Paper, file: '03 Приказ предприятия о наставниках' },
  consents: { paper: consentsPaper as unknown as Paper, file: '04 Согласия законных представителей' },
  task: { paper: taskPaper as unknown as Paper, file: '05 Индивидуальные задания' },
  briefing: { paper: briefingPaper as unknown as Paper, file: '06 Лист инструктажей' },
  log: { paper: logPaper as unknown as Paper, file: '07 Дневники' },
  report: { paper: reportPaper as unknown as Paper, file: '08 Отчёты' },
  appraisal: { paper: appraisalPaper as unknown as Paper, file: '09 Аттестационные листы' },
  reference: { paper: referencePaper as unknown as Paper, file: '10 Характеристики' },
  gradeSheet: { paper: gradeSheetPaper as unknown as Paper, file: '11 Зачётная ведомость' },
};
