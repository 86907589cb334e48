// Every word of the desk, in both languages, and how times and numbers are written in each.

const WORDS = {
  en: {
    title: "Review desk",
    skip: "Skip to the open comment",
    help: "Keyboard shortcuts",
    helpTitle: "Keyboard",
    close: "Close",
    signOut: "Sign out",
    switchLanguage: "中文",
    tabsLabel: "Comments by where they stand",
    flagged: "To review",
    pending: "Second opinion",
    rejected: "Rejected",
    approved: "Approved",
    retracted: "Retracted",
    withdrawn: "Withdrawn",
    oldestFirst: "Oldest first",
    newestFirst: "Newest first",
    connecting: "Connecting…",
    live: "Live",
    lost: "Connection lost, trying again…",
    loading: "Loading comments…",
    emptyFlagged: "Nothing waits for you",
    emptyFlaggedMore: "New comments appear here by themselves.",
    emptyOther: "No comments here",
    emptyOtherMore: "Nothing stands here at the moment.",
    failed: "The comments could not be loaded",
    retry: "Try again",
    more: "Show more",
    chooseTitle: "Choose a comment",
    chooseMore: "or press J to open the first one.",
    openComment: "The open comment",
    back: "Back to the list",
    by: "Comment by",
    verified: "known to the site",
    unverified: "name as typed",
    article: "Article",
    site: "Site",
    answers: "Answers another comment",
    edited: "edited",
    imported: "imported",
    reasonsTitle: "Why it is here",
    noSignals: "Screening noticed nothing in particular.",
    scoresTitle: "Scores",
    spam: "Spam",
    abuse: "Abuse",
    attention: "Attention",
    trust: "Trust",
    inText: "in the text",
    inName: "in the author’s name",
    inEmail: "in the mail address",
    inUrl: "in the author’s address",
    strength: "strength {0}",
    policy: "Policy {0} · model {1}",
    reportsTitle: "Reports by readers",
    reported: "Reports: {0}",
    historyTitle: "What was decided so far",
    decisionTitle: "Your decision",
    approve: "Approve",
    reject: "Reject",
    retract: "Retract",
    reason: "Reason",
    noReason: "No reason",
    note: "Note for colleagues",
    noteOptional: "Note for colleagues (optional)",
    noteTooLong: "A note can have 1,000 characters at most.",
    deciding: "Deciding…",
    nothingToDecide: "Its author has withdrawn this comment; there is nothing left to decide.",
    onlyLooking: "You may look at everything; moderators decide.",
    saidApprove: "Approved the comment by {0}.",
    saidReject: "Rejected the comment by {0}.",
    saidRetract: "Retracted the comment by {0}.",
    nextOpened: "The next one is open.",
    noneLeft: "That was the last one.",
    arrived: "A new comment came in.",
    you: "You",
    didApprove: "approved",
    didReject: "rejected",
    didRetract: "retracted",
    didFlag: "flagged",
    refusedSuffix: "came too late",
    conflictDecided: "{0} {1} this {2}. Here is how it stands now.",
    conflictText: "The author changed the text after you read it. Here is the new one.",
    conflictWithdrawn: "The author has withdrawn this comment in the meantime.",
    conflictNotApproved: "This comment is no longer shown to readers. Here is how it stands now.",
    changedMeanwhile: "This comment has changed just now. Here is how it stands.",
    erased: "This comment was erased.",
    notFound: "There is no comment of this address.",
    onItsWay: "The decision is on its way, but its outcome is not known yet. The comment is read again in a moment.",
    notTaken: "The decision could not be taken: {0}",
    screening: "Screening",
    reports: "Readers’ reports",
    opinion: "Second opinion",
    campaign: "Campaign",
    invisible: "Invisible character {0}",
    marksCut: "{0} more combining marks",
    keyNext: "Next comment",
    keyPrevious: "Previous comment",
    keyNote: "Write a note",
    keyReason: "Choose a reason",
    keyBack: "Close the note or go back to the list",
    keyHelp: "Show these keys",
    statusNow: "Now: {0}",
    reason_spam: "Spam",
    reason_insult: "Insult",
    reason_hate: "Hate",
    reason_threat: "Threat",
    reason_sexual: "Sexual content",
    "reason_personal-data": "Personal data",
    "reason_off-topic": "Off topic",
    reason_abuse: "Abuse",
    reason_other: "Other",
    documentTitle: "{0} to review · Winnow",
  },
  zh: {
    title: "审核台",
    skip: "跳到当前评论",
    help: "键盘快捷键",
    helpTitle: "键盘快捷键",
    close: "关闭",
    signOut: "退出",
    switchLanguage: "English",
    tabsLabel: "按状态查看评论",
    flagged: "待审核",
    pending: "复核中",
    rejected: "已拒绝",
    approved: "已通过",
    retracted: "已撤下",
    withdrawn: "作者撤回",
    oldestFirst: "最早的在前",
    newestFirst: "最新的在前",
    connecting: "正在连接…",
    live: "实时",
    lost: "连接中断，正在重试…",
    loading: "正在加载评论…",
    emptyFlagged: "没有等待审核的评论",
    emptyFlaggedMore: "新的评论会自动出现在这里。",
    emptyOther: "这里没有评论",
    emptyOtherMore: "目前没有处于该状态的评论。",
    failed: "评论加载失败",
    retry: "重试",
    more: "加载更多",
    chooseTitle: "请选择一条评论",
    chooseMore: "或按 J 键打开第一条。",
    openComment: "当前评论",
    back: "返回列表",
    by: "评论者",
    verified: "站点已确认身份",
    unverified: "自行填写的名字",
    article: "文章",
    site: "站点",
    answers: "回复了另一条评论",
    edited: "已编辑",
    imported: "导入",
    reasonsTitle: "为什么在这里",
    noSignals: "筛查没有发现特别之处。",
    scoresTitle: "评分",
    spam: "垃圾信息",
    abuse: "辱骂",
    attention: "需留意",
    trust: "可信",
    inText: "正文",
    inName: "作者名",
    inEmail: "邮箱地址",
    inUrl: "作者网址",
    strength: "强度 {0}",
    policy: "策略 {0} · 模型 {1}",
    reportsTitle: "读者举报",
    reported: "举报 {0}",
    historyTitle: "处理记录",
    decisionTitle: "您的决定",
    approve: "通过",
    reject: "拒绝",
    retract: "撤下",
    reason: "理由",
    noReason: "不填理由",
    note: "给同事的备注",
    noteOptional: "给同事的备注（可不填）",
    noteTooLong: "备注最多 1000 个字符。",
    deciding: "正在提交…",
    nothingToDecide: "作者已撤回这条评论，无需再处理。",
    onlyLooking: "您只有查看权限，审核由审核员完成。",
    saidApprove: "已通过 {0} 的评论。",
    saidReject: "已拒绝 {0} 的评论。",
    saidRetract: "已撤下 {0} 的评论。",
    nextOpened: "已打开下一条。",
    noneLeft: "这是最后一条。",
    arrived: "有新评论。",
    you: "您",
    didApprove: "通过了",
    didReject: "拒绝了",
    didRetract: "撤下了",
    didFlag: "标记了",
    refusedSuffix: "晚了一步，未生效",
    conflictDecided: "{0}{2}{1}这条评论。以下是它现在的状态。",
    conflictText: "您阅读之后作者修改了内容。以下是新的内容。",
    conflictWithdrawn: "作者已撤回这条评论。",
    conflictNotApproved: "读者已经看不到这条评论。以下是它现在的状态。",
    changedMeanwhile: "这条评论刚刚有变化，以下是最新状态。",
    erased: "这条评论已被删除。",
    notFound: "找不到这条评论。",
    onItsWay: "决定已发出，但结果尚未确认，稍后会重新读取这条评论。",
    notTaken: "决定未能提交：{0}",
    screening: "自动筛查",
    reports: "读者举报",
    opinion: "复核",
    campaign: "群发识别",
    invisible: "不可见字符 {0}",
    marksCut: "另有 {0} 个组合符号",
    keyNext: "下一条",
    keyPrevious: "上一条",
    keyNote: "填写备注",
    keyReason: "选择理由",
    keyBack: "关闭备注或返回列表",
    keyHelp: "显示快捷键",
    statusNow: "当前：{0}",
    reason_spam: "垃圾信息",
    reason_insult: "侮辱",
    reason_hate: "仇恨言论",
    reason_threat: "威胁",
    reason_sexual: "色情",
    "reason_personal-data": "个人信息",
    "reason_off-topic": "离题",
    reason_abuse: "辱骂",
    reason_other: "其他",
    documentTitle: "{0} 条待审核 · Winnow",
  },
};

const COOKIE = "winnow-language";

let language = document.documentElement.lang.startsWith("zh") ? "zh" : "en";

/** The language in use: zh or en. */
export const current = () => language;

/** The language as HTML and Accept-Language write it. */
export const tag = () => (language === "zh" ? "zh-CN" : "en");

/** A phrase, with values in the places of {0}, {1}…; a word that is not ours stays as it is. */
export function say(key, ...values) {
  const phrase = WORDS[language][key] ?? key;
  return phrase.replace(/\{(\d)\}/g, (_, i) => values[Number(i)]);
}

/** A reason's name; a site's own reasons are shown as they are. */
export const reason = (word) => WORDS[language][`reason_${word}`] ?? word;

/** Changes over to the other language, for this browser and the next visits too. */
export function switchLanguage() {
  language = language === "zh" ? "en" : "zh";
  document.cookie = `${COOKIE}=${language}; path=/; max-age=31536000; samesite=lax`;
  document.documentElement.lang = tag();
}

/** Puts the words into whatever names them by data-words. */
export function fill(root) {
  for (const element of root.querySelectorAll("[data-words]")) {
    element.textContent = say(element.dataset.words);
  }
  for (const element of root.querySelectorAll("[data-words-label]")) {
    element.setAttribute("aria-label", say(element.dataset.wordsLabel));
  }
}

export const number = (n) => new Intl.NumberFormat(tag()).format(n);

export const percent = (p) => new Intl.NumberFormat(tag(), { style: "percent" }).format(p);

export const absolute = (time) =>
  new Intl.DateTimeFormat(tag(), { dateStyle: "medium", timeStyle: "short" }).format(new Date(time));

const STEPS = [
  ["second", 60],
  ["minute", 60],
  ["hour", 24],
  ["day", 30],
  ["month", 12],
  ["year", Infinity],
];

/** How long ago, in the largest unit that fits. */
export function ago(time, now = Date.now()) {
  let value = Math.min(0, (new Date(time).getTime() - now) / 1000);
  for (const [unit, size] of STEPS) {
    if (Math.abs(value) < size || size === Infinity) {
      return new Intl.RelativeTimeFormat(tag(), { numeric: "auto" }).format(Math.round(value), unit);
    }
    value /= size;
  }
}
