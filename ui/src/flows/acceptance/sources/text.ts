/** What is said where papers are scanned, photographed or sent by a telephone. */
import type { ScanProfile, ScanSourceKind } from './types';

/** Ready-made settings, as staff call them. */
export const PROFILE: Record<ScanProfile, string> = {
  licence: '执照彩色 300',
  id_card: '身份证两面',
  signed: '签字件 ADF 双面',
};

/** How to lay the paper for each. */
export const PROFILE_HOW: Record<ScanProfile, string> = {
  licence: '执照面朝下放在玻璃板上，放正即可，不必对齐边角。',
  id_card: '身份证人像面朝下放在玻璃板中间；扫完一面，程序会请您翻面。',
  signed: '签好字的协议整叠放进送纸器，两面都会扫。',
};

/** Kinds of devices. */
export const SOURCE_KIND: Record<ScanSourceKind, string> = {
  escl: '网络扫描仪',
  sane: '本机扫描仪',
  wia: '本机扫描仪',
  folder: '文件夹',
  phone: '手机',
};

/** The buttons above the tray. */
export const SOURCES = {
  scan: '扫描',
  scanKey: 'F4',
  phone: '手机',
  camera: '拍照',
} as const;

export const SCAN = {
  title: '扫描资料',
  titleOf: { licence: '扫描营业执照', id_card: '扫描身份证', signed: '扫描签署件' },
  device: '扫描仪',
  looking: '正在查找扫描仪…',
  none: '没有找到扫描仪',
  noneHint: '请确认扫描仪已开机、与电脑在同一网络，再重新查找；也可以填写它的地址。',
  again: '重新查找',
  address: '扫描仪地址',
  addressHint: '如 192.168.1.20',
  addressAdd: '添加',
  byAddress: '没有列出？按地址添加',
  profile: '扫什么',
  start: '开始扫描',
  more: '继续扫描',
  turned: '已翻面，继续',
  cancel: '停止扫描',
  cancelling: '正在停止…',
  close: '关闭',
  waiting: '扫描仪正在准备，请稍候…',
  page: (page: number) => `正在扫第 ${page} 页`,
  part: (part: number) => `${Math.floor(part * 100)}%`,
  turn: '第一面已收好。请把身份证翻面，仍放在玻璃板上。',
  delivered: (count: number) => `已收到 ${count} 页，都在资料里`,
  came: (count: number) => `已收到 ${count} 页，会自动归档`,
  kept: (count: number) => `之前的 ${count} 页已经收好，不必重扫。`,
  stopped: '扫描已停止',
  done: (count: number) => `扫描完成，共 ${count} 页`,
} as const;

export const PHONE = {
  title: '用手机拍照上传',
  lead: '请用手机扫这个二维码，在打开的页面里拍照或选照片。手机要与电脑在同一个无线网络。',
  qr: '上传页面的二维码',
  address: '也可以在手机浏览器里输入：',
  left: (clock: string) => `${clock} 后自动关闭`,
  over: '上传页面已关闭',
  overHint: '二维码只在五分钟内有效。还要上传请重新打开。',
  again: '重新打开',
  unencrypted: '这个连接没有加密。请只在本公司的无线网络里使用，不要在公共网络传送证件照片。',
  encrypted: '连接已加密。手机第一次打开会提示证书不受信任，核对地址无误后可继续。',
  network: '使用的网络',
  received: (count: number) => `已收到 ${count} 张，都在资料里`,
  nothing: '还没有收到照片',
  opening: '正在打开上传页面…',
  close: '关闭上传',
} as const;

export const CAMERA = {
  title: '用摄像头或高拍仪拍照',
  camera: '摄像头',
  unnamed: (place: number) => `摄像头 ${place}`,
  opening: '正在打开摄像头…',
  live: '摄像头画面',
  shot: '拍到的照片',
  hint: '把证件放平、放满画面，避开反光；空格键拍照。',
  look: '请看清字是否清楚、四角是否完整。',
  shoot: '拍照',
  retake: '重拍',
  take: '用这张',
  space: '空格',
  done: '完成',
  taken: (count: number) => `已拍 ${count} 张，都在资料里`,
  fileName: (place: number) => `拍照 ${place}.jpg`,
} as const;
