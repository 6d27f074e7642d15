package dev.idem.store.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** Visits every state that a scenario can reach, nearest first, and stops at the first broken promise. */
final class Explorer {

    private final Moves moves;
    private final Promises promises;
    private final Map<World, World> cameFrom = new HashMap<>();
    private final Queue<World> next = new ArrayDeque<>();
    private long steps;

    Explorer(Scenario scenario) {
        this.moves = new Moves(scenario);
        this.promises = new Promises(scenario);
        visit(World.of(scenario), World.of(scenario));
    }

    /**
     * What was found.
     *
     * @param steps the moves tried, from all states
     * @param violation the broken promise and the shortest way to it
     */
    record Exploration(int states, long steps, Optional<String> violation) {}

    Exploration explore() {
        while (!next.isEmpty()) {
            World world = next.remove();
            try {
                promises.check(world);
                for (Move move : moves.from(world)) {
                    steps++;
                    visit(move.next(), world);
                }
            } catch (BrokenPromise e) {
                return new Exploration(cameFrom.size(), steps, Optional.of(e.getMessage() + wayTo(world)));
            }
        }
        return new Exploration(cameFrom.size(), steps, Optional.empty());
    }

    private void visit(World world, World from) {
        if (cameFrom.putIfAbsent(world, from) == null) {
            next.add(world);
        }
    }

    private String wayTo(World end) {
        List<String> way = new ArrayList<>(List.of("\n  in " + end));
        World world = end;
        for (World from = cameFrom.get(world); !from.equals(world); from = cameFrom.get(world)) {
            way.add("\n  " + step(from, world));
            world = from;
        }
        Collections.reverse(way);
        return String.join("", way);
    }

    private Move step(World from, World to) {
        return moves.from(from).stream()
                .filter(move -> move.next().equals(to))
                .findFirst()
                .orElseThrow();
    }
}
