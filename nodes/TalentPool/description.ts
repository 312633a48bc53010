import type { INodeProperties } from 'n8n-workflow';
import { poolAuthentication } from '../shared';
import type { Operation } from './operation';
import { resources, type Resource } from './resources';

const resourceProperty: INodeProperties = {
  displayName: 'Resource',
  name: 'resource',
  type: 'options',
  noDataExpression: true,
  options: resources.map(({ name, value }) => ({ name, value })),
  default: 'candidate',
};

const operationProperty = ({ value, operations, defaultOperation }: Resource): INodeProperties => ({
  displayName: 'Operation',
  name: 'operation',
  type: 'options',
  noDataExpression: true,
  displayOptions: { show: { resource: [value] } },
  options: operations.map(({ option }) => option),
  default: defaultOperation,
});

/** A property of an operation, shown for that operation only. */
const shownFor = (resource: Resource, { option, properties: own }: Operation): INodeProperties[] =>
  own.map((property) => ({
    ...property,
    displayOptions: {
      ...property.displayOptions,
      show: { ...property.displayOptions?.show, resource: [resource.value], operation: [option.value] },
    },
  }));

export const properties: INodeProperties[] = [
  poolAuthentication,
  resourceProperty,
  ...resources.map(operationProperty),
  ...resources.flatMap((resource) => resource.operations.flatMap((operation) => shownFor(resource, operation))),
];

const actions = Object.fromEntries(
  resources.flatMap(({ value, operations }) =>
    operations.map(({ option }) => [`${value}:${option.value}`, option.action]),
  ),
);

/** What the node says under its name in the flow: the operation's action in words. */
export const subtitle = `={{ (${JSON.stringify(actions)})[$parameter["resource"] + ":" + $parameter["operation"]] }}`;
