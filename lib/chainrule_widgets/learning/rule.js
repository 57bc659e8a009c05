// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);function follow(model,name,show){model.on(`change:${name}`,show),show()}function checkbox(label,model,name,save){let input=html("input",{type:"checkbox","aria-label":label,change:()=>save({[name]:input.
checked})});return follow(model,name,()=>{input.checked=model.get(name)}),html("label",{},input,label)}function onDrag(node,picture,move){let follow2=event=>{let box=picture.getBoundingClientRect(),{width,height}=picture.viewBox.
baseVal;move((event.clientX-box.left)/box.width*width,(event.clientY-box.top)/box.height*height)};node.addEventListener(
"pointerdown",event=>{event.preventDefault(),node.setPointerCapture(event.pointerId),(node.querySelector("[tabindex]")??
node).focus?.({preventScroll:!0}),follow2(event),node.addEventListener("pointermove",follow2)});for(let end of["pointeru\
p","pointercancel"])node.addEventListener(end,()=>node.removeEventListener("pointermove",follow2))}var clamp=(value,low,high)=>Math.min(Math.max(value,low),high),roundTo=(value,step)=>Number((Math.round(value/step)*step).
toFixed(6)),SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit===
"-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}var STEPS={ArrowRight:1,ArrowUp:1,ArrowLeft:-1,ArrowDown:-1,PageUp:10,PageDown:-10};function handle(label,{low,high,step,get,put,text=formatNumber,vertical=!1},...shapes){let node=svg("g",{class:"handle",
...KEEP_KEYS,...{role:"slider",tabindex:0,"aria-label":label,"aria-orientation":vertical?"vertical":"horizontal"},...{"a\
ria-valuemin":low,"aria-valuemax":high}},...shapes);return node.addEventListener("keydown",event=>{let by=STEPS[event.key],
end={Home:low,End:high}[event.key];if(by===void 0&&end===void 0)return;event.preventDefault();let next=end??get()+by*step*
(event.shiftKey?10:1);put(clamp(roundTo(next,step/10),low,high))}),Object.assign(node,{show:()=>{node.setAttribute("aria\
-valuenow",String(get())),node.setAttribute("aria-valuetext",text(get()))}})}function select(label,model,name,save,options=model.get("options")[name]){let node=html("select",{"aria-label":label,change:()=>save(
{[name]:node.value})});return node.append(...options.map(option=>html("option",{value:option},option))),follow(model,name,
()=>{node.value=model.get(name)}),html("label",{},label,node)}function classPoints(points,r=3.8){let arm=.9*r,start=(point,left,up)=>`M${(point[0]-left).toFixed(1)} ${(point[1]-up).toFixed(
1)}`,circle=size=>point=>`${start(point,size,0)}a${size} ${size} 0 1 0 ${2*size} 0a${size} ${size} 0 1 0 ${-2*size} 0`,cross=point=>`${start(
point,arm,arm)}l${2*arm} ${2*arm}m0 ${-2*arm}l${-2*arm} ${2*arm}`,shape=(some,outline,style)=>svg("path",{d:some.map(outline).
join(""),class:style});return[shape(points.filter(point=>point[2]>0),circle(r),"fill green"),shape(points.filter(point=>!(point[2]>
0)),cross,"line red"),shape(points.filter(point=>point[3]),circle(2*r),"line thin ink")]}function ticks(low,high,count=5){let raw=(high-low)/count,power=10**Math.floor(Math.log10(raw)),step=[1,2,5,10].map(m=>m*
power).find(s=>s>=raw)??10*power,found=[];for(let i=Math.ceil(low/step-1e-9);i*step<=high+step*1e-9;i++)found.push(roundTo(
i*step,step));return found}var Panel=class{constructor({x,y,width,height,xs,ys}){this.x=x,this.y=y,this.width=width,this.height=height,this.xs=xs,this.
ys=ys,this.id=`cr${Math.random().toString(36).slice(2)}`;let clip=svg("clipPath",{id:this.id},svg("rect",{x,y,width,height}));
this.frame=svg("g"),this.inside=svg("g",{"clip-path":`url(#${this.id})`}),this.node=svg("g",{},clip,this.frame,this.inside)}px(value){
return this.x+(value-this.xs[0])/(this.xs[1]-this.xs[0])*this.width}py(value){return this.y+(this.ys[1]-value)/(this.ys[1]-
this.ys[0])*this.height}dataAt(x,y){return[this.xs[0]+(x-this.x)/this.width*(this.xs[1]-this.xs[0]),this.ys[1]-(y-this.y)/
this.height*(this.ys[1]-this.ys[0])]}path(xs,ys){let command="M",d="";for(let i=0;i<xs.length;i++){if(!Number.isFinite(ys[i])){
command="M";continue}d+=`${command}${this.px(xs[i]).toFixed(2)} ${clamp(this.py(ys[i]),-2e3,4e3).toFixed(2)}`,command="L"}
return d}xTicks(count){return ticks(this.xs[0],this.xs[1],count)}yTicks(count){return ticks(this.ys[0],this.ys[1],count)}axes(xTicks,yTicks,xLabel=""){
let{x,y,width,height}=this,lines=svg("g");for(let tick of xTicks)lines.append(svg("path",{d:`M${this.px(tick)} ${y}v${height}`,
class:"hair"}),textAt(this.px(tick),y+height+15,formatNumber(tick),{class:"quiet","text-anchor":"middle"}));for(let tick of yTicks)
lines.append(svg("path",{d:`M${x} ${this.py(tick)}h${width}`,class:"hair"}),textAt(x-7,this.py(tick)+4,formatNumber(tick),
{class:"quiet","text-anchor":"end"}));xLabel&&lines.append(textAt(x+width,y+height+30,xLabel,{class:"quiet","text-anchor":"\
end"})),this.frame.replaceChildren(lines)}};function toNumbers(view,Kind=Float32Array){let bytes=view.buffer.slice(view.byteOffset,view.byteOffset+view.byteLength);
return new Kind(bytes)}function throttle(draw2){let drawn=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
now),requestAnimationFrame(function next(){drawn=late,late&&(now(),requestAnimationFrame(next))}))}}function reportDrawn(root,drawn){"chainruleTest"in globalThis&&(root.dataset.drawn=JSON.stringify(drawn))}function drawOnChange(root,model,names,draw2){
let now=()=>reportDrawn(root,draw2()),soon=throttle(now);for(let name of names)model.on(`change:${name}`,soon);return now(),
soon}function saveDebounced(model){let timer,unsaved={};return model.on("change",()=>{for(let[name,value]of Object.entries(unsaved))
model.get(name)!==value&&model.set(name,value)}),state=>{Object.assign(unsaved,state);for(let[name,value]of Object.entries(
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}var[WIDE,HIGH]=[420,320];function render({model,el}){let root=createRoot(el,"Rule against learning"),save=saveDebounced(
model),sets=Object.fromEntries(Object.entries(model.get("sets")).map(([name,set])=>{let all=toNumbers(set.rows,Float64Array);
return[name,{...set,rows:Array.from({length:all.length/3},(_,i)=>[...all.subarray(3*i,3*i+3)])}]})),picture=svg("svg",{viewBox:"\
0 0 848 368"}),scene=svg("g"),[x0,y0]=[40,10],moved=name=>v=>save({[name]:clamp(roundTo(v,.01),0,1)}),[moveA,moveB]=[moved(
"a"),moved("b")],upright=handle("first threshold",{low:0,high:1,step:.01,get:()=>model.get("a"),put:moveA},svg("path",{d:`\
M0 ${y0}v${HIGH}`,class:"line blue"}),svg("circle",{cy:y0,r:11,class:"ring"}),svg("circle",{cy:y0,r:6,class:"fill blue"})),
flat=handle("second threshold",{low:0,high:1,step:.01,vertical:!0,get:()=>model.get("b"),put:moveB},svg("path",{d:`M${x0}\
 0h${WIDE}`,class:"line blue"}),svg("circle",{cx:x0+WIDE,r:11,class:"ring"}),svg("circle",{cx:x0+WIDE,r:6,class:"fill bl\
ue"}));for(let node of[upright,flat])node.prepend(svg("path",{d:node===upright?`M-7 ${y0}h14v${HIGH}h-14z`:`M${x0} -7h${WIDE}\
v14h-${WIDE}z`,fill:"transparent"}));onDrag(upright,picture,x=>moveA((x-x0)/WIDE)),onDrag(flat,picture,(_,y)=>moveB(1-(y-
y0)/HIGH)),picture.append(scene,upright,flat);let says=html("p",{class:"says","aria-live":"polite"});root.append(controlBar(
select("data",model,"data",save,Object.keys(sets)),select("thresholds combined with",model,"joined",save),checkbox("show\
 the learned line",model,"show",save)),picture,says),drawOnChange(root,model,["data","a","b","joined","show"],()=>draw({
flat,model,says,scene,sets,upright,x0,y0}))}function draw({flat,model,says,scene,sets,upright,x0,y0}){let[name,a,b,joined,
show]=["data","a","b","joined","show"].map(trait=>model.get(trait)),{rows,frame:[low,high],learned:[w0,w1,w2],measures,classes}=sets[name],
cuts=[a,b].map((share,i)=>low[i]+share*(high[i]-low[i])),panel=new Panel({x:x0,y:y0,width:WIDE,height:HIGH,xs:[low[0],high[0]],
ys:[low[1],high[1]]});panel.axes(ticks(low[0],high[0]),ticks(low[1],high[1]),measures[0]),panel.frame.append(textAt(x0+6,
y0+15,measures[1],{class:"quiet halo"}));let rule=([x,y])=>joined==="or"?x>cuts[0]||y>cuts[1]:x>cuts[0]&&y>cuts[1],line=([
x,y])=>w0+w1*x+w2*y>0,count=(says2,part)=>rows.filter((row,i)=>i%2===part&&says2(row)===row[2]>0).length,counts={rule:[count(
rule,0),count(rule,1)],learned:[count(line,0),count(line,1)]},of=[0,1].map(part=>rows.filter((_,i)=>i%2===part).length),
[cx,cy]=[panel.px(cuts[0]),panel.py(cuts[1])],[right,top]=[x0+WIDE,y0],area=joined==="or"?`M${cx} ${y0+HIGH}H${right}V${top}\
H${x0}V${cy}H${cx}z`:`M${cx} ${cy}H${right}V${top}H${cx}z`;panel.inside.append(svg("path",{d:area,class:"fill blue",opacity:.1}));
let known=rows.filter((_,i)=>i%2===0);panel.inside.append(...classPoints(known.map(row=>[panel.px(row[0]),panel.py(row[1]),
row[2],rule(row)!==row[2]>0]))),show&&panel.inside.append(svg("path",{d:panel.path(low.slice(0,1).concat(high[0]),[low[0],
high[0]].map(x=>-(w0+w1*x)/w2)),class:"line dashed orange"})),scene.replaceChildren(panel.node,...code(classes,measures,
cuts,joined),...board(counts,of,show),...key(classes)),upright.setAttribute("transform",`translate(${cx} 0)`),flat.setAttribute(
"transform",`translate(0 ${cy})`);for(let node of[upright,flat])node.show();return says.replaceChildren(...sentence(counts,
of,show)),{data:name,a,b,joined,cuts,right:counts,of,show}}var code=(classes,measures,cuts,joined)=>[textAt(510,28,"your\
 rule",{class:"title"}),...[`if ${measures[0]} > ${cuts[0].toFixed(2)}`,`${joined==="or"?"or":"and"} ${measures[1]} > ${cuts[1].
toFixed(2)}:`,`    predict ${classes[1]}`,`else: predict ${classes[0]}`].map((line,i)=>textAt(i===2?530:510,54+20*i,line,
{style:"font-family: var(--jp-code-font-family, monospace)"}))];function board({rule,learned},of,show){let cell=(x,y,text,attributes={})=>textAt(
x,y,text,{"text-anchor":"end",...attributes});return[cell(720,178,"training data",{class:"quiet"}),cell(830,178,"new dat\
a",{class:"quiet"}),textAt(510,206,"your rule",{class:"fill blue"}),...[0,1].map(i=>cell(720+110*i,206,`${rule[i]} of ${of[i]}\
 right`)),textAt(510,234,"learned",{class:"fill orange"}),...[0,1].map(i=>cell(720+110*i,234,show?`${learned[i]} of ${of[i]}\
 right`:"?")),svg("path",{d:"M510 188h320",class:"hair"})]}var key=classes=>[...classPoints([[516,276,0],[616,276,1]]),textAt(
530,280,classes[0],{class:"quiet"}),textAt(630,280,classes[1],{class:"quiet"}),svg("circle",{cx:726,cy:276,r:6.5,class:"\
line thin ink"}),textAt(740,280,"your rule is wrong",{class:"quiet"})];function sentence({rule,learned},of,show){if(!show)
return[`Your rule is wrong for ${of[0]-rule[0]} of the ${of[0]} training examples. Drag the two lines to improve the rul\
e. Then tick the box.`];let gap=learned[1]-rule[1];return[html("b",{},"The dashed line was learned from the training dat\
a. "),gap>0?`On the new data, it is right for ${gap} more ${gap===1?"example":"examples"} than your rule.`:gap<0?`On the\
 new data, your rule is right for ${-gap} more ${gap===-1?"example":"examples"} than the line.`:"On the new data, your r\
ule and the line have the same accuracy."]}var rule_default={render};export{rule_default as default};
