/** Commitments in French: whose they are and how firm, on sentences of the genre. */
import { describe, test } from 'vitest';
import { check } from '../support/commitments.ts';

const STATEMENT = 'Déclaration conjointe du Canada et de la Norvège';

describe('in a French declaration', () => {
  test('what a party undertakes, agrees or is determined to do is a commitment', () => {
    check(
      `
Nous nous engageons à publier les relevés chaque année.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Canada, Norway

Les dirigeants conviennent de créer un observatoire commun.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Canada, Norway

Les deux pays sont déterminés à protéger les récifs.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Canada, Norway

Le Canada accueillera cinq cents chercheurs.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Canada`,
      STATEMENT,
    );
  });

  test('what is restated is affirmed, what is meant is intended', () => {
    check(
      `
Nous réaffirmons notre engagement à réduire les rejets.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ affirms Canada, Norway

La Norvège a l’intention d’ouvrir un consulat.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ intends Norway
           ^^^^^^^^^^^^^^^^ hedge

Les deux pays se tiennent informés. Ils sont prêts à échanger leurs données.
                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ intends Canada, Norway`,
      STATEMENT,
    );
  });

  test('a negative undertaking, coordinated verbs and hedges are told apart', () => {
    check(
      `
Le Canada et la Norvège s’engagent à ne pas augmenter leurs quotas et à publier leurs captures.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ not: commits Canada, Norway
                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^ + commits Canada, Norway

Nous veillerons, le cas échéant, à la santé des équipages.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Canada, Norway
                 ^^^^^^^^^^^^^^ hedge

La Norvège s’efforcera de réduire les délais.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway
           ^^^^^^^^^^^^^^ hedge`,
      STATEMENT,
    );
  });

  test('calls, welcomes, third states, wishes and what was once agreed are no commitments', () => {
    check(
      `
Nous appelons l’Islande à signer. Nous saluons les travaux du comité. L’Islande devra répondre.

Nous espérons que le traité sera signé. Nous considérons que la mer est fragile.

En 2019, les deux pays se sont engagés à protéger la banquise.

Les ministres ont discuté de la pêche.`,
      STATEMENT,
    );
  });

  test('an introduction hands its verb to the items of its list', () => {
    check(
      `
Les pêcheurs sont dans une zone fragile et pour leurs filets nous nous engageons à :

- renforcer la surveillance ;
  ^^^^^^^^^^^^^^^^^^^^^^^^^ commits Canada, Norway
- financer dix stations.
  ^^^^^^^^^^^^^^^^^^^^^ commits Canada, Norway`,
      STATEMENT,
    );
  });
});

describe('in a French treaty', () => {
  const TREATY = 'Accord culturel entre le Royaume des Pays-Bas et la République tunisienne';

  test('the future and the undertaking oblige the parties by their role', () => {
    check(
      `
# Article 1

Les Parties contractantes s’engagent à favoriser les échanges d’étudiants.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ obliges Parties contractantes

# Article 2

Chaque Partie contractante désignera un correspondant et publiera son adresse.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ obliges Partie contractante
                                                         ^^^^^^^^^^^^^^^^^^^^ + obliges Partie contractante

# Article 3

Les Parties pourront inviter des experts. Le présent Accord entrera en vigueur le premier mai.`,
      TREATY,
    );
  });
});
