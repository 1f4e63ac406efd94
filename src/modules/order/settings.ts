import { z } from 'zod';
import { defineSettings } from '../../platform/rules/index.ts';

const share = z.number().min(0).max(1);

export const settings = defineSettings({
  'order.groupMin': { schema: z.number().int().min(1).max(30), initial: 15, source: 'обычная наполняемость групп', trust: 'M' },
  'order.groupMax': { schema: z.number().int().min(5).max(35), initial: 25, source: 'обычная наполняемость групп', trust: 'M' },
  'order.groupMinRural': { schema: z.number().int().min(1).max(30), initial: 12, source: 'малые группы сельских колледжей', trust: 'A' },
  'order.stabilityCap': { schema: share, initial: 0.5, source: 'правило составителей: места меняются за год не больше чем на половину', trust: 'A' },
  'order.intakes': { schema: z.number().int().min(1).max(7), initial: 3, source: 'год решения и два следующих приёма', trust: 'A' },
  'order.costPerStudentYear': { schema: z.number().int().min(0), initial: 14_500_000, source: 'норматив на студента в год, копейки; заменить нормативами региона', trust: 'A' },
  'order.commuteKm': { schema: z.number().min(0), initial: 120, source: 'дальше этого между центрами зон на работу не переезжают сами', trust: 'A' },
  'order.movePrice': { schema: z.number().min(0), initial: 0.002, source: 'тягота переезда на 100 км, млн рублей на человека', trust: 'A' },
  'order.priorityGroups': { schema: z.array(z.string()), initial: ['15.00.00', '13.00.00', '35.00.00'], source: 'приоритетные группы специальностей', trust: 'A' },
});
