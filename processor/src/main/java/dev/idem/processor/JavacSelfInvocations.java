package dev.idem.processor;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/**
 * Warns, in javac, of calls of guarded methods through {@code this}. It waits until javac knows which method each call
 * means. The only class that knows the compiler itself.
 */
final class JavacSelfInvocations implements TaskListener {

    private final Trees trees;
    private final Tools tools;

    private JavacSelfInvocations(Trees trees, Tools tools) {
        this.trees = trees;
        this.tools = tools;
    }

    /**
     * Begins to watch.
     *
     * @throws IllegalArgumentException if the environment is not that of javac
     */
    static void watch(ProcessingEnvironment environment) {
        Tools tools = new Tools(environment.getElementUtils(), environment.getTypeUtils());
        JavacTask.instance(environment).addTaskListener(new JavacSelfInvocations(Trees.instance(environment), tools));
    }

    @Override
    public void finished(TaskEvent event) {
        TypeElement type = event.getTypeElement();
        if (event.getKind() == TaskEvent.Kind.ANALYZE && type != null) {
            scan(type, event.getCompilationUnit());
        }
    }

    private void scan(TypeElement type, CompilationUnitTree unit) {
        try {
            if (!isGenerated(type)) {
                // What javac makes of package-info has no tree.
                Optional.ofNullable(trees.getPath(type)).ifPresent(path -> new Scanner(unit).scan(path, null));
            }
        } catch (UnresolvedTypeException e) {
            // The compiler reports the type that is missing.
        } catch (RuntimeException | LinkageError e) {
            print(ProblemCode.INTERNAL_ERROR.problem(Optional.empty(), type, StackTrace.of(e)), unit, unit);
        }
    }

    /** What this processor writes calls no guarded method through {@code this}. */
    private static boolean isGenerated(TypeElement type) {
        return type.getInterfaces().stream()
                .anyMatch(implemented -> implemented instanceof DeclaredType declared
                        && Supertypes.name(declared).equals(RuntimeNames.IDEMPOTENT_CALLS.canonicalName()));
    }

    private void print(Problem problem, Tree tree, CompilationUnitTree unit) {
        trees.printMessage(problem.code().kind(), problem.message(), tree, unit);
    }

    private boolean isGuarded(ExecutableElement method) {
        TypeElement owner = TypeFacts.owner(method);
        return Supertypes.all((DeclaredType) owner.asType(), tools.types()).stream()
                .flatMap(type -> ElementFilter.methodsIn(type.asElement().getEnclosedElements()).stream())
                .filter(candidate -> Annotations.has(candidate, RuntimeNames.IDEMPOTENT_CALL))
                .anyMatch(candidate ->
                        candidate.equals(method) || tools.elements().overrides(method, candidate, owner));
    }

    private static boolean isThis(ExpressionTree tree) {
        return tree instanceof IdentifierTree identifier
                ? identifier.getName().contentEquals("this")
                : tree instanceof MemberSelectTree select
                        && select.getIdentifier().contentEquals("this");
    }

    /** Goes through one type. */
    private final class Scanner extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;

        Scanner(CompilationUnitTree unit) {
            this.unit = unit;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
            ExpressionTree method = call.getMethodSelect();
            if (method instanceof IdentifierTree
                    || (method instanceof MemberSelectTree select && isThis(select.getExpression()))) {
                check(new TreePath(getCurrentPath(), method));
            }
            return super.visitMethodInvocation(call, null);
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree reference, Void unused) {
            if (isThis(reference.getQualifierExpression())) {
                check(getCurrentPath());
            }
            return super.visitMemberReference(reference, null);
        }

        private void check(TreePath called) {
            Element element = trees.getElement(called);
            if (element instanceof ExecutableElement method
                    && method.getKind() == ElementKind.METHOD
                    && !method.getModifiers().contains(Modifier.STATIC)
                    && isGuarded(method)
                    && !Suppressions.accept(ProblemCode.SELF_INVOCATION, declarationAround(called))) {
                print(
                        ProblemCode.SELF_INVOCATION.problem(Optional.empty(), TypeText.of(method)),
                        called.getLeaf(),
                        unit);
            }
        }

        private Element declarationAround(TreePath path) {
            TreePath around = path;
            while (!isDeclaration(around.getLeaf())) {
                around = around.getParentPath();
            }
            return trees.getElement(around);
        }

        private static boolean isDeclaration(Tree tree) {
            return tree instanceof MethodTree || tree instanceof ClassTree || tree instanceof VariableTree;
        }
    }
}
