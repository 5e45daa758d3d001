"""English versions: KIM Parenggean's home, one of its articles and the hub of Kalimantan Tengah."""

PARENGGEAN_HOME = {
    "tagline": "News from the banks of the Tualan, by neighbours for neighbours",
    "welcome": (
        "Welcome to the news house of Parenggean. We write about what happens in our fifteen villages, from the price "
        "of palm fruit to the days of the health post. If your neighbours should know something, tell us and we will "
        "write it down."
    ),
}

ARTICLE = {
    "source_title": "Jadwal jaga karhutla dibagi, enam belas relawan mulai patroli",
    "title": "Sixteen volunteers share out the fire watch and start patrolling",
    "summary": (
        "Sixteen volunteers from four villages share the rounds. Every afternoon they ride out by motorbike and check "
        "the wells."
    ),
    "body": [
        (
            "text",
            (
                "<p>The watch book has only twenty pages, but since Monday it has been filling up. Sixteen volunteers "
                "from Bukit Harapan, Karya Bersama, Manjalin and Bajarau have agreed to take turns on fire patrol, two "
                "people every afternoon, until steady rain comes.</p><p>The route follows the plantation tracks that "
                "fewest people use. At each stop the volunteers write down the time, the state of the grass and the "
                "water level in the well. In the first week they found that the pumps of two of the seven wells were "
                "stuck and had to be taken apart.</p>"
            ),
        ),
        (
            "quote",
            {
                "text": (
                    "By the time you can see the smoke from your house, it is too late. Better to be tired from "
                    "patrolling than tired from putting out a fire."
                ),
                "attribution": "Marhat, volunteer from Bukit Harapan",
            },
        ),
        (
            "text",
            (
                "<p>The stuck pumps have gone to a workshop in Parenggean. For now, spare hoses and two water tanks "
                "are kept at the village hall of Karya Bersama, because it lies in the middle.</p><p>People who want "
                "to clear land are asked to tell the head of their neighbourhood first. The team is ready to come and "
                "help cut a break and stack the branches, so that nothing needs to be burned.</p>"
            ),
        ),
        (
            "gallery",
            [
                {
                    "scene": "plantation_road",
                    "seed": 103,
                    "alt": "Illustration of a dirt road between rows of oil palm",
                    "caption": "The plantation track at Karya Bersama, first stop of the afternoon patrol.",
                },
                {
                    "scene": "fire_watch",
                    "seed": 104,
                    "alt": "Illustration of a watch being kept against land fires",
                    "caption": "The hoses are tested once a week so that the joints don't dry out.",
                },
                {
                    "scene": "meeting",
                    "seed": 105,
                    "alt": "Illustration of villagers sitting together in a meeting",
                    "caption": "Sharing out the turns at the village hall, coffee included.",
                },
            ],
        ),
        (
            "text",
            (
                "<p>The number of the person on duty hangs in the guard posts of the four villages. Anyone who sees "
                "smoke may call at once; there is no need to be sure first.</p>"
            ),
        ),
    ],
}

HUB_KALTENG = {
    "intro": (
        "Central Kalimantan is a province of rivers, and its villages tell their own news here. Read what community "
        "information groups write along the Mentaya, the Kapuas and beyond."
    ),
}
