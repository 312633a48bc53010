import type { INodeExecutionData } from 'n8n-workflow';

/** An item that CV Analyze marked as the letter of a mail: there is no candidate in it, and nothing wrong with it. */
export const isLetter = ({ json }: INodeExecutionData): boolean => Boolean(json.letter) && !json.profile;

/** The items that stand for candidates, for what makes one thing of all items. */
export const withoutLetters = (items: INodeExecutionData[]): INodeExecutionData[] =>
  items.filter((item) => !isLetter(item));
