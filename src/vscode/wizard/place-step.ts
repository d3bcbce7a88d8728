import * as vscode from 'vscode';
import { type Answers, type Choices, titleFor } from './answers';
import { pickOne } from './ask';
import { freePlaces, isTaken, type Place, placeOf } from './places';
import type { Step } from './steps';

/** Asks for the folder of a new job, unless the user pointed at one. */
export function askPlace({ places, isPlaceGiven, releaseName }: Choices): Step<Answers> {
  return {
    isAsked: () => !isPlaceGiven,
    async ask(answers, progress) {
      const name = answers.name ?? '';
      const all = places();
      const free = await freePlaces(all, name);
      const items = free.map((place) => ({
        label: place.label,
        description: place.description,
        iconPath: vscode.ThemeIcon.Folder,
        place,
      }));
      const other = {
        label: 'Another folder…',
        description: '',
        iconPath: new vscode.ThemeIcon('folder-opened'),
        place: undefined,
      };
      const picked = await pickOne({
        ...progress,
        title: titleFor(releaseName),
        placeholder: free.length < all.length ? `In which folder? Those with a "${name}" are left out.` : 'In which folder?',
        items: [...items, other],
        active: items.find(({ place }) => place === answers.place),
      });
      if (typeof picked !== 'object') return picked;
      const place = picked.place ?? (await chosenPlace(name));
      // Who closes the dialog wants to see the folders again.
      return place ? { ...answers, place } : await this.ask(answers, progress);
    },
  };
}

/** A folder that the user finds in a dialog; the question comes again in words where it has such a job. */
async function chosenPlace(name: string): Promise<Place | undefined> {
  const [uri] =
    (await vscode.window.showOpenDialog({
      canSelectFolders: true,
      canSelectFiles: false,
      openLabel: 'Create Job Here',
      title: 'Folder for the New Job',
    })) ?? [];
  if (!uri || !(await isTaken(uri, name))) return uri && placeOf(uri, '');
  const message = `${placeOf(uri, '').label} has a "${name}" already. Choose another folder, or start again with another name.`;
  const again = await vscode.window.showErrorMessage(message, { modal: true }, 'Choose Another Folder');
  return again ? await chosenPlace(name) : undefined;
}
