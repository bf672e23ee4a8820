/** Phrases of reports on agreed texts that are one concept, or point to one. */

/**
 * Phrases that are one concept, and phrases that only point to one, marked "+": a veto is no consultation, yet a sentence that grants
 * one speaks of it. What points weighs for a commitment that has the concept and against none.
 */
export const PHRASES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bextend(?:ed|s|ing)?\s+(?:\w+\s+){0,2}?deterren\w+|\bnuclear\s+umbrella|\bumbrella\b/gi, ['umbrella', 'deter']],
  [/\bin\s+(?:close\s+)?step\s+with|\bhand\s+in\s+hand\b|\bside\s+by\s+side\s+with\b/gi, ['lockstep']],
  [/\bshoulder\s+to\s+shoulder|\bside\s+by\s+side\b(?!\s+with)|\bstand\w*\s+(?:together|united|as\s+one|firm)/gi, ['stand']],
  [/\bbring\w*\s+(?:\w+\s+){0,6}to\s+bear|\bput\w*\s+(?:\w+\s+){0,8}(?:at|in)\s+the\s+(?:service|disposal)/gi, ['+apply']],
  [/\btable-?\s?top\b/gi, ['simulate']],
  [/\bhot-?\s?lines?\b/gi, ['+infrastructure', '+maintain']],
  [/\b(?:hold|holds|held|holding|enter\w*\s+into|begin|start|conduct)\s+(?:\p{L}+\s+){0,2}consultations?\b/giu, ['consult']],
  [/\bconsultations?\b/gi, ['+consult']],
  [/\bconsult(?:s|ed|ing)?\b/gi, ['+consultative']],
  [/\breturn\w*\s+(?:\w+\s+){0,3}(?:weapons|warheads|bombs)/gi, ['+visible', '+asset', '+strategic']],
  [
    /\bveto\w*|\bconsent\b|\bapprov(?:e|al)\b|\bpermission\b|\b(?:obtain|need|secur|get|requir|await)\w*\s+(?:\S+\s+){0,3}?agreement\s+(?:to|on|for|before)\b|\bsigns?\s+off|\bmust\s+(?:first\s+)?agree|\bask\w*\s+(?:\w+\s+){1,3}first|\bbeforehand\b|\bbefore\s+(?:any|it|using|firing|employing)/gi,
    ['+consult', '+decide', '+weapon'],
  ],
  [
    /\bvote\b|\bsay\s+(?:in|on|over)\b|\bshar\w+\s+(?:\w+\s+)?(?:control|command|authority)|\btrigger\b|\bbutton\b|\bjoint\w*\s+(?:control|authority)|\bco-?deci\w+|\bdecid\w*\s+(?:jointly|together)|\btaken\s+(?:jointly|together)|\bnuclear\s+sharing/gi,
    ['+decide', '+deepen', '+joint', '+deter'],
  ],
  [
    /\b(?:re-?)?deploy\w*|\bstation(?:ed|s|ing)?\b|\bbas(?:ed|ing)\b|\bhomeport\w*|\bport\s+(?:calls?|visits?)|\bdock\w*|\bpatrol\w*|\bflights?\b|\bshow\w*\b/gi,
    ['+visible', '+asset'],
  ],
  [/\b(?:submarines?|bombers?|carriers?|tactical\s+nuclear\s+\w+|warheads?|nuclear-armed\s+\w+)/gi, ['+visible', '+asset', '+strategic']],
  [
    /\b(?:not|never)\s+to\s+(?:build|acquire|develop|seek|make|possess|produce)|\bnuclear\s+(?:weapons?\s+)?(?:program\w*|ambitions?)|\b(?:weapons?|bombs?|arsenal)\s+of\s+(?:its|his|their)\s+(?:country[’']?s\s+)?own|\bown\s+(?:nuclear|bomb)|\bgo\w*\s+nuclear\b|\b(?:renounc\w+|forsw\w+|forgo\w*|sw(?:ears?|ore|orn)\s+off|(?:give|gave|given|giving)\s+up)\s+(?:\w+\s+){0,3}(?:nuclear|atomic|bomb)|\benrich\w*|\breprocess\w*|\bnuclear\s+option/gi,
    ['proliferate', '+obligation', '+treaty'],
  ],
  [/\bsummit|\bsanctions?\b|\bnegotiat\w+|\bpeace\s+(?:talks|treaty)|\binvit\w+|\bolive\s+branch|\bdoor\s+(?:\w+\s+)?open\b/gi, ['+dialogue', '+pursue']],
  [
    /\bregime\b|\bwip\w+\s+(?:\w+\s+){0,3}out\b|\bdestroy\w*|\bannihilat\w*|\bobliterat\w*|\bretaliat\w*|\brepris\w+|\bin\s+kind\b|\bstrike\s+back\b|\bhit\s+back\b/gi,
    ['+response', '+attack', '+overwhelm'],
  ],
  [/\bseats?\b|\bmembers?\b|\bsit(?:s|ting)?\b|\bsecretariat\b/gi, ['+group', '+consultative']],
  [/\bmerg\w+|\bfus(?:e|ed|ing)\b|\bsingle\s+command|\bunder\s+(?:\p{L}+\s+){1,3}command\b/giu, ['+connect', '+command', '+planning', '+apply']],
];
