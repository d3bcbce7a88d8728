import type * as vscode from 'vscode';

/** The files in which names of jobs stand, by their own names; whether they belong to a job is known by the store. */
export const JOB_FILES: vscode.DocumentSelector = [
  { pattern: '**/{meta,config_fed_server,config_fed_client}.{json,conf,yml,yaml}{,.default}' },
];
